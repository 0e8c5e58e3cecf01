package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static dev.batchable.report.ReportFixtures.estimate;
import static dev.batchable.report.assembly.ReportAssemblyTest.company;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.AfterMove;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.OwnerTotal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OwnerTotalsTest {
    @Test
    void sumsPerOwner() {
        List<OwnerTotal> owners = company().appendix().byOwner();

        assertThat(owners)
                .extracting(OwnerTotal::owner)
                .containsExactly(Optional.of("ann"), Optional.of("bob"), Optional.empty());
        // Of two workloads, one recurs; the other saved 1.5 once. 110 calls in one and 7 in the other.
        assertThat(owners.get(0))
                .isEqualTo(new OwnerTotal(
                        Optional.of("ann"),
                        2,
                        OptionalLong.of(117),
                        new OwnerTotal.Spend(
                                decimal("117.5"),
                                decimal("117.5"),
                                decimal("10.5"),
                                decimal("100"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO),
                        estimate("40", "45.25", "50"),
                        estimate("40", "45.25", "50"),
                        Optional.of(AfterMove.Net.of(estimate("40", "45.25", "50"), Estimate.ZERO))));
        assertThat(owners.get(2).spend().undecided()).isEqualTo(decimal("20.004"));
    }

    @Test
    void sumsOwnersToTheTotals() {
        AuditReport report = company();
        List<OwnerTotal> owners = report.appendix().byOwner();

        assertThat(owners.stream()
                        .mapToLong(owner -> owner.requests().orElseThrow())
                        .sum())
                .isEqualTo(report.totals().requests().orElseThrow());
        assertThat(owners.stream().map(owner -> owner.spend().waste()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(report.totals().shadows().waste());
        assertThat(owners.stream().map(owner -> owner.spend().couldWait()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(report.totals().batchable().spend());
        assertThat(owners.stream().map(OwnerTotal::window).reduce(Estimate.ZERO, Estimate::plus))
                .isEqualTo(report.savings().window());
        assertThat(owners.stream().map(OwnerTotal::monthly).reduce(Estimate.ZERO, Estimate::plus))
                .isEqualTo(report.savings().monthly());
        assertThat(owners.stream()
                        .flatMap(owner -> owner.net().stream())
                        .reduce(AfterMove.Net.ZERO, AfterMove.Net::plus))
                .isEqualTo(report.savings().after().net().orElseThrow());
    }
}
