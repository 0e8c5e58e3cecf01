package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import dev.batchable.report.BillAllocation;
import dev.batchable.report.BillDetail;
import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.ReconciliationReport.Uncompared;
import dev.batchable.report.Totals.Coverage;
import dev.batchable.report.assembly.AuditFacts.Reconciled;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageAssemblyTest {
    private static JudgedFixture calls(long priced, long unpriced) {
        return new JudgedFixture("w")
                .calls(Tier.STANDARD, Outcome.OK, priced + unpriced)
                .spends("10", "0", "0")
                .unpriced(unpriced, unpriced * 1_100, "m");
    }

    private static Coverage of(Facts facts) {
        return facts.assemble().totals().coverage();
    }

    @Test
    void takesTheSmallestShareAsTheWhole() {
        Coverage coverage = of(Facts.of(calls(90, 10)).input(95, 5));

        assertThat(coverage.usable()).isEqualTo(decimal("0.95"));
        assertThat(coverage.priced()).isEqualTo(decimal("0.9"));
        assertThat(coverage.billed()).isEmpty();
        assertThat(coverage.overall()).isEqualTo(decimal("0.9"));
        assertThat(of(Facts.of(calls(90, 10)).input(50, 50)).overall()).isEqualTo(decimal("0.5"));
    }

    @Test
    void countsWhatTheBillExplainsWhereThatIsProven() {
        Coverage coverage = of(Facts.of(calls(90, 10)).input(95, 5).reconciled(bill("0.7", true)));

        assertThat(coverage.billed()).contains(decimal("0.7"));
        assertThat(coverage.overall()).isEqualTo(decimal("0.7"));
    }

    @Test
    void isNoMoreThanTheBillCouldExplainAtMost() {
        Coverage coverage = of(Facts.of(calls(90, 10)).input(95, 5).reconciled(bill("0.7", false)));

        assertThat(coverage.billed()).isEmpty();
        assertThat(coverage.overall()).isEqualTo(decimal("0.7"));
    }

    @Test
    void isAllOnlyWhereNothingIsMissing() {
        Coverage almost = of(Facts.of(calls(9_999_999, 1)).input(1, 0));
        Coverage all = of(Facts.of(calls(10, 0)).input(1, 0));

        assertThat(almost.priced()).isEqualTo(decimal("0.999999"));
        assertThat(all.overall()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void isNothingWhereThereWasNothingToCover() {
        Coverage coverage = of(Facts.of());

        assertThat(coverage)
                .isEqualTo(new Coverage(
                        BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @Test
    void countsTokensWhereNoSourceCountsCalls() {
        JudgedFixture bucket = new JudgedFixture("b").uncounted(1_000).unpriced(0, 250, "m");

        assertThat(of(Facts.of(bucket)).priced()).isEqualTo(decimal("0.75"));
    }

    @Test
    void attributesSpendThatHasACaller() {
        JudgedFixture nobody = new JudgedFixture("m").unattributed().spends("2.5", "0", "0");

        assertThat(of(Facts.of(calls(10, 0), nobody)).attributed()).isEqualTo(decimal("0.8"));
    }

    private static Reconciled bill(String coverage, boolean proven) {
        return new Reconciled(
                new ReconciliationReport(
                        "USD",
                        new ReconciliationReport.Balance(BigDecimal.TEN, BigDecimal.ONE, decimal("9"), BigDecimal.ZERO),
                        new TreeMap<>(Map.of(Tier.UNKNOWN, BigDecimal.TEN)),
                        List.of(),
                        List.of(),
                        new Uncompared(List.of(), List.of(), List.of()),
                        new BillDetail(
                                new BillDetail.Tolerance(BigDecimal.ZERO, "none"),
                                List.of(),
                                List.of(),
                                List.of(),
                                new BillAllocation(
                                        List.of(), List.of(new BillAllocation.Rest("missing logs", BigDecimal.TEN))))),
                Optional.of(new Reconciliation.Coverage(decimal(coverage), proven)),
                List.of());
    }
}
