package dev.batchable.gate;

import dev.batchable.report.Appendix;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Conclusions;
import dev.batchable.report.Estimate;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.NetTotals;
import dev.batchable.report.SavingTotals;
import dev.batchable.report.Sources;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A report over October 2026 in USD whose totals are those of its workloads.
public final class ReportFixture {
    private final List<WorkloadFixture> workloads;
    private BigDecimal coverage = BigDecimal.ONE;
    private LocalDate asOf = LocalDate.of(2026, 11, 1);

    private ReportFixture(List<WorkloadFixture> workloads) {
        this.workloads = workloads;
    }

    public static ReportFixture of(WorkloadFixture... workloads) {
        return new ReportFixture(List.of(workloads));
    }

    public ReportFixture coverage(String overall) {
        coverage = new BigDecimal(overall);
        return this;
    }

    public ReportFixture asOf(LocalDate day) {
        asOf = day;
        return this;
    }

    public AuditReport build() {
        List<WorkloadReport> built =
                workloads.stream().map(WorkloadFixture::build).toList();
        return new AuditReport(
                basis(),
                new Sources(List.of(), List.of(), List.of()),
                totals(),
                savings(built),
                built,
                new Appendix(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                Optional.empty(),
                new Conclusions(GateOutcome.NOT_ASKED, List.of(), List.of(), List.of()));
    }

    private Basis basis() {
        LocalDate first = LocalDate.of(2026, 10, 1);
        return new Basis(
                new Basis.Tool("batchable", "test"),
                new Basis.Catalog("test", Optional.of(first), "00"),
                Optional.empty(),
                asOf,
                new Basis.Period(first, first.plusMonths(1), 31, 31, ZoneOffset.UTC, List.of()),
                "USD",
                List.of());
    }

    private Totals totals() {
        BigDecimal realtime = sum(workload -> true);
        return new Totals(
                OptionalLong.of(100L * workloads.size()),
                0,
                new Totals.TierSpend(realtime, realtime, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                new Totals.Batchable(0, BigDecimal.ZERO),
                new Totals.Shadows(
                        sum(WorkloadFixture::isUndecided),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        sum(WorkloadFixture::recurs),
                        BigDecimal.ZERO),
                new Totals.Unpriced(0, 0),
                Optional.empty(),
                new Totals.Coverage(BigDecimal.ONE, BigDecimal.ONE, Optional.empty(), coverage, BigDecimal.ONE));
    }

    private BigDecimal sum(Predicate<WorkloadFixture> which) {
        return workloads.stream().filter(which).map(WorkloadFixture::realtime).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static SavingTotals savings(List<WorkloadReport> workloads) {
        Stream<Estimate> monthly = workloads.stream()
                .filter(WorkloadReport::recommended)
                .flatMap(workload -> workload.saving().stream())
                .map(saving -> saving.monthly());
        Estimate sum = monthly.reduce(Estimate.ZERO, Estimate::plus);
        return new SavingTotals(sum, sum, BigDecimal.ZERO, NetTotals.NONE);
    }
}
