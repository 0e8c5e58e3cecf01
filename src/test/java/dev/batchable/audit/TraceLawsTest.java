package dev.batchable.audit;

import static dev.batchable.audit.RandomLog.NOVEMBER;
import static dev.batchable.audit.RandomLog.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.TestPrices;
import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.Appendix.PriceRow;
import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.OwnerTotal;
import dev.batchable.report.SavingReport;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums, and the way back from every amount to what it was made of, on logs drawn from seeds.
class TraceLawsTest {
    private static final BigDecimal ROUNDING = new BigDecimal("0.00000001");

    private static AuditReport report(long seed) {
        return new Audited(TestPrices.book(), Audited.policy(RandomLog.policy()), OCTOBER, NOVEMBER)
                .report(RandomLog.text(new RandomLog(seed).draw(OCTOBER, NOVEMBER, true)));
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> Estimate estimates(List<T> parts, Function<T, Estimate> amount) {
        return parts.stream().map(amount).reduce(Estimate.ZERO, Estimate::plus);
    }

    private static void assertClose(BigDecimal found, BigDecimal expected, String what) {
        assertThat(found.subtract(expected).abs())
                .as(what + ": " + found + " for " + expected)
                .isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void breakdownsSumToTotals(long seed) {
        AuditReport report = report(seed);
        List<WorkloadReport> workloads = report.workloads();
        List<SavingReport> moves = workloads.stream()
                .filter(WorkloadReport::recommended)
                .map(workload -> workload.saving().orElseThrow())
                .toList();

        assertThat(moves).isNotEmpty();
        assertThat(workloads.stream().map(w -> w.spend().tiers()).reduce(Totals.TierSpend.ZERO, Totals.TierSpend::plus))
                .isEqualTo(report.totals().spend());
        workloads.forEach(workload -> assertThat(sum(workload.arithmetic().lines(), Line::amount))
                .as(workload.name())
                .isEqualByComparingTo(workload.spend().tiers().total()));
        assertThat(estimates(moves, SavingReport::window))
                .isEqualTo(report.savings().window());
        assertThat(estimates(moves, SavingReport::monthly))
                .isEqualTo(report.savings().monthly());
        assertThat(moves.stream().map(move -> move.after().net().orElseThrow()).reduce(Net.ZERO, Net::plus))
                .isEqualTo(report.savings().after().net().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void ownersSumToTotals(long seed) {
        AuditReport report = report(seed);
        List<OwnerTotal> owners = report.appendix().byOwner();
        Totals totals = report.totals();

        assertThat(owners).hasSize(3);
        assertThat(owners.stream().mapToLong(OwnerTotal::workloads).sum())
                .isEqualTo(report.workloads().size());
        assertThat(owners.stream()
                        .mapToLong(owner -> owner.requests().orElseThrow())
                        .sum())
                .isEqualTo(totals.requests().orElseThrow());
        assertThat(sum(owners, owner -> owner.spend().total()))
                .isEqualByComparingTo(totals.spend().total());
        assertThat(sum(owners, owner -> owner.spend().realtime()))
                .isEqualByComparingTo(totals.spend().realtime());
        assertThat(sum(owners, owner -> owner.spend().couldWait()))
                .isEqualByComparingTo(totals.batchable().spend());
        assertThat(sum(owners, owner -> owner.spend().undecided()))
                .isEqualByComparingTo(totals.shadows().undecided());
        assertThat(estimates(owners, OwnerTotal::window))
                .isEqualTo(report.savings().window());
        assertThat(estimates(owners, OwnerTotal::monthly))
                .isEqualTo(report.savings().monthly());
    }

    /// To the last decimal where a price made the amount; a logged cost says so, and is its own source.
    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void everyAmountIsQuantityTimesThePriceOfANamedRow(long seed) {
        AuditReport report = report(seed);
        Map<String, BigDecimal> rows =
                report.appendix().priceRows().stream().collect(Collectors.toMap(PriceRow::id, PriceRow::perMillion));
        List<Line> lines = report.workloads().stream()
                .flatMap(workload -> workload.arithmetic().lines().stream())
                .toList();

        assertThat(lines).anyMatch(Line::isLogged).anyMatch(line -> !line.isLogged());
        for (Line line : lines) {
            BigDecimal unit = line.unitPrice().orElseThrow();
            BigDecimal product =
                    unit.multiply(BigDecimal.valueOf(line.quantity())).movePointLeft(6);
            BigDecimal row = rows.get(line.priceRow().orElseThrow());
            assertThat(row).as(line.toString()).isNotNull();
            assertClose(line.amount(), product, line.toString());
            if (!line.isLogged()) {
                assertThat(unit).as(line.toString()).isEqualByComparingTo(row);
                assertThat(line.amount()).as(line.toString()).isEqualByComparingTo(product);
            }
        }
    }

    /// What a target costs is the sum of its lines, where nothing is waste and every line has a target.
    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void everySavingFollowsFromItsTarget(long seed) {
        AuditReport report = report(seed);
        long checked = report.workloads().stream()
                .filter(workload -> workload.saving().isPresent())
                .peek(TraceLawsTest::assertFollows)
                .count();
        assertThat(checked).isGreaterThanOrEqualTo(3);
    }

    private static void assertFollows(WorkloadReport workload) {
        Rated target = workload.arithmetic().targets().stream()
                .filter(each -> workload.decision().target().equals(Optional.of(each.tier())))
                .findFirst()
                .flatMap(each -> each.rated())
                .orElseThrow();
        SavingReport saving = workload.saving().orElseThrow();
        BigDecimal share = workload.decision().share().orElseThrow();
        BigDecimal missed = saving.missShare();
        Estimate window = new Estimate(
                saved(
                        target,
                        target.cost().low(),
                        saving.queue().missShareLow(),
                        target.lateCharge().low()),
                saved(
                        target,
                        target.cost().expected(),
                        missed,
                        target.lateCharge().expected()),
                saved(
                        target,
                        target.cost().high(),
                        saving.queue().missShareHigh(),
                        target.lateCharge().high()));
        BigDecimal low = window.low().min(window.expected()).min(window.high());
        BigDecimal factor = workload.spend().monthlyFactor().expected();

        assertClose(saving.window().low(), low.multiply(share), workload.name() + " low");
        assertClose(saving.window().expected(), window.expected().multiply(share), workload.name() + " expected");
        assertClose(
                saving.monthly().expected(), saving.window().expected().multiply(factor), workload.name() + " month");
        assertClose(
                sum(
                        workload.arithmetic().lines(),
                        line -> line.targetAmount().map(Estimate::expected).orElse(BigDecimal.ZERO)),
                target.cost().expected(),
                workload.name() + " target");
    }

    private static BigDecimal saved(Rated target, BigDecimal cost, BigDecimal missed, BigDecimal late) {
        return target.movable()
                .subtract(cost)
                .multiply(BigDecimal.ONE.subtract(missed))
                .subtract(cost.multiply(missed).multiply(late));
    }
}
