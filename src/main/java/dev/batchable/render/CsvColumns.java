package dev.batchable.render;

import dev.batchable.checklist.Verdict;
import dev.batchable.record.Tier;
import dev.batchable.report.AuditReport;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;

/// The columns, in order. Savings of moves that are not recommended stand in columns of their own, so that a
/// sum over `estimatedMonthlySavings` is the report's total and nothing more.
final class CsvColumns {
    private final AuditReport report;

    private CsvColumns(AuditReport report) {
        this.report = report;
    }

    static List<CsvColumn> of(AuditReport report) {
        CsvColumns columns = new CsvColumns(report);
        return List.of(
                new CsvColumn("recommendationId", CsvColumns::id),
                new CsvColumn("resourceId", w -> CsvCell.of(w.name())),
                new CsvColumn("owner", w -> CsvCell.orNone(w.identity().owner())),
                new CsvColumn("verdict", w -> CsvCell.of(w.verdict().id())),
                new CsvColumn("actionType", CsvColumns::action),
                new CsvColumn("currentResourceType", w -> CsvCell.of("realtime")),
                new CsvColumn("currentResourceSummary", CsvColumns::current),
                new CsvColumn(
                        "recommendedResourceType", w -> CsvCell.orNone(target(w).map(Tier::id))),
                new CsvColumn("recommendedResourceSummary", CsvColumns::recommended),
                new CsvColumn("currencyCode", w -> CsvCell.of(report.basis().currency())),
                new CsvColumn("estimatedMonthlyCost", w -> spent(w, w.spend().monthlyRealtime())),
                new CsvColumn(
                        "estimatedMonthlySavings",
                        w -> counted(w, s -> s.monthly().expected())),
                new CsvColumn(
                        "estimatedMonthlySavingsLow",
                        w -> counted(w, s -> s.monthly().low())),
                new CsvColumn(
                        "estimatedMonthlySavingsHigh",
                        w -> counted(w, s -> s.monthly().high())),
                new CsvColumn("estimatedSavingsPercentage", CsvColumns::percentage),
                new CsvColumn(
                        "monthlySavingsIfMoved",
                        w -> uncounted(w, s -> s.monthly().expected())),
                new CsvColumn(
                        "monthlySavingsIfMovedLow",
                        w -> uncounted(w, s -> s.monthly().low())),
                new CsvColumn("windowSpend", w -> spent(w, w.spend().tiers().total())),
                new CsvColumn(
                        "windowRealtimeSpend", w -> spent(w, w.spend().tiers().realtime())),
                new CsvColumn("windowSavings", w -> counted(w, s -> s.window().expected())),
                new CsvColumn("recurrence", w -> CsvCell.of(w.isOneOff() ? "one-off" : "recurring")),
                new CsvColumn("requests", CsvColumns::requests),
                new CsvColumn(
                        "unpricedRequests", w -> CsvCell.of(w.spend().unpriced().requests())),
                new CsvColumn("because", w -> CsvCell.of(w.decision().because())),
                new CsvColumn("blockers", w -> CsvCell.of(w.decision().blockers())),
                new CsvColumn("missingFact", CsvColumns::missingFact),
                new CsvColumn("missingFactDecides", CsvColumns::missingFactDecides),
                new CsvColumn(
                        "deadlineAssumed", w -> CsvCell.orNone(w.saving().flatMap(SavingReport::deadlineAssumed))),
                new CsvColumn("waiver", CsvColumns::waiver),
                new CsvColumn("waiverStatus", CsvColumns::waiverStatus),
                new CsvColumn("nextStep", w -> CsvCell.of(w.decision().nextStep())),
                new CsvColumn("implementationEffort", CsvColumns::effort),
                new CsvColumn("accountId", w -> CsvCell.UNKNOWN),
                new CsvColumn("region", columns::region),
                new CsvColumn("source", w -> CsvCell.of(report.basis().tool().name())),
                new CsvColumn(
                        "recommendationLookbackPeriodInDays",
                        w -> CsvCell.of(report.basis().window().days())),
                new CsvColumn(
                        "lastRefreshTimestamp", w -> CsvCell.of(report.basis().asOf() + "T00:00:00Z")));
    }

    /// The same workload and target give the same id in every report, so that tickets can be matched.
    private static CsvCell id(WorkloadReport workload) {
        if (!workload.recommended()) {
            return CsvCell.NONE;
        }
        CRC32C crc = new CRC32C();
        crc.update(
                (workload.name() + '\n' + target(workload).map(Tier::id).orElse("")).getBytes(StandardCharsets.UTF_8));
        return CsvCell.of("batchable-" + HexFormat.of().toHexDigits((int) crc.getValue()));
    }

    private static Optional<Tier> target(WorkloadReport workload) {
        return workload.decision().target().filter(tier -> workload.recommended());
    }

    private static CsvCell action(WorkloadReport workload) {
        return switch (workload.verdict()) {
            case MOVE -> CsvCell.of("MoveTier");
            case SPLIT -> CsvCell.of("SplitTier");
            case DEFERRED, BLOCKED, KEEP, UNDECIDED -> CsvCell.NONE;
        };
    }

    private static CsvCell current(WorkloadReport workload) {
        return CsvCell.of(String.join(" ", workload.identity().providers()) + ": "
                + String.join(" ", workload.identity().models()));
    }

    private static CsvCell recommended(WorkloadReport workload) {
        return workload.recommended() ? CsvCell.of(Phrases.verdict(workload)) : CsvCell.NONE;
    }

    private static CsvCell counted(WorkloadReport workload, Function<SavingReport, BigDecimal> figure) {
        return CsvCell.figureOrNone(
                workload.saving().filter(saving -> workload.recommended()).map(figure));
    }

    private static CsvCell uncounted(WorkloadReport workload, Function<SavingReport, BigDecimal> figure) {
        return CsvCell.figureOrNone(
                workload.saving().filter(saving -> !workload.recommended()).map(figure));
    }

    private static CsvCell percentage(WorkloadReport workload) {
        BigDecimal cost = workload.spend().monthlyRealtime();
        return CsvCell.figureOrNone(workload.saving()
                .filter(saving -> workload.recommended() && cost.signum() > 0)
                .map(saving -> Figures.share(saving.monthly().expected(), cost)
                        .movePointRight(2)
                        .stripTrailingZeros()));
    }

    private static CsvCell requests(WorkloadReport workload) {
        return workload.usage().requests().isPresent()
                ? CsvCell.of(workload.usage().requests().getAsLong())
                : CsvCell.UNKNOWN;
    }

    private static CsvCell missingFact(WorkloadReport workload) {
        return CsvCell.orNone(
                workload.decision().decides().map(decides -> decides.question().policyKey()));
    }

    private static CsvCell spent(WorkloadReport workload, BigDecimal amount) {
        return workload.spend().isUnknown() ? CsvCell.UNKNOWN : CsvCell.of(amount);
    }

    private static CsvCell missingFactDecides(WorkloadReport workload) {
        return CsvCell.figureOrNone(workload.decision().decides().map(decides -> decides.monthly()));
    }

    private static CsvCell waiver(WorkloadReport workload) {
        return CsvCell.orNone(
                workload.handling().waiver().map(waiver -> waiver.owner() + " until " + waiver.expires()));
    }

    private static CsvCell waiverStatus(WorkloadReport workload) {
        return CsvCell.orNone(workload.handling()
                .waiver()
                .map(waiver -> waiver.status().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /// Flex is a request parameter; batch needs files and a poll or webhook; a split needs a rule to tell calls
    /// apart as well.
    private static CsvCell effort(WorkloadReport workload) {
        if (!workload.recommended()) {
            return CsvCell.NONE;
        }
        if (workload.verdict() == Verdict.SPLIT) {
            return CsvCell.of("High");
        }
        return CsvCell.of(target(workload).filter(tier -> tier == Tier.FLEX).isPresent() ? "Low" : "Medium");
    }

    private CsvCell region(WorkloadReport workload) {
        List<String> regions = report.appendix().quotaDomains().stream()
                .filter(domain -> domain.members().stream()
                        .anyMatch(member -> member.workload().equals(workload.name())))
                .flatMap(domain -> domain.scope().region().stream())
                .distinct()
                .sorted()
                .toList();
        return regions.isEmpty() ? CsvCell.UNKNOWN : CsvCell.of(regions);
    }
}
