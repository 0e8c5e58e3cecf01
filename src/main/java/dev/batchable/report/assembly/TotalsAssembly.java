package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.Verdict;
import dev.batchable.price.TierSaving;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Tier;
import dev.batchable.report.Estimate;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.NetTotals;
import dev.batchable.report.SavingReport;
import dev.batchable.report.SavingTotals;
import dev.batchable.report.Totals;
import dev.batchable.report.Totals.Batchable;
import dev.batchable.report.Totals.Shadows;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.Totals.Unpriced;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Sums over workloads, exact.
final class TotalsAssembly {
    private TotalsAssembly() {}

    static Totals totals(AuditFacts facts, List<WorkloadReport> workloads) {
        TierSpend spend = workloads.stream().map(w -> w.spend().tiers()).reduce(TierSpend.ZERO, TierSpend::plus);
        Shadows shadows = shadows(workloads);
        return new Totals(
                requests(workloads),
                facts.cacheServed(),
                spend,
                batchable(facts.judgements()),
                shadows,
                unpriced(workloads),
                tierSaving(facts),
                CoverageAssembly.coverage(facts, spend, shadows));
    }

    static SavingTotals savings(List<WorkloadReport> workloads) {
        List<SavingReport> counted = workloads.stream()
                .filter(WorkloadReport::recommended)
                .flatMap(workload -> workload.saving().stream())
                .toList();
        return new SavingTotals(
                counted.stream().map(SavingReport::window).reduce(Estimate.ZERO, Estimate::plus),
                counted.stream().map(SavingReport::monthly).reduce(Estimate.ZERO, Estimate::plus),
                counted.stream()
                        .filter(saving -> saving.deadlineAssumed().isPresent())
                        .map(saving -> saving.monthly().expected())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                NetTotals.of(workloads.stream()
                        .filter(workload -> workload.recommended() && !workload.isOneOff())
                        .flatMap(workload -> workload.saving().stream())
                        .map(SavingReport::after)
                        .toList()));
    }

    /// Movable spend of a recommended move, times the share that moves.
    static BigDecimal batchableSpend(WorkloadReport workload) {
        return workload.recommended()
                ? workload.spend()
                        .movable()
                        .multiply(workload.decision().share().orElse(BigDecimal.ZERO))
                : BigDecimal.ZERO;
    }

    private static Batchable batchable(List<Judgement> judgements) {
        long requests = 0;
        BigDecimal spend = BigDecimal.ZERO;
        for (Judgement judgement : judgements) {
            Optional<BigDecimal> share = judgement.move().map(Judgement.Move::share);
            if (judgement.recommended() && share.isPresent()) {
                BigDecimal calls = BigDecimal.valueOf(movableCalls(judgement)).multiply(share.get());
                requests += calls.setScale(0, RoundingMode.HALF_UP).longValueExact();
                spend = spend.add(judgement.workload().spend().movable().multiply(share.get()));
            }
        }
        return new Batchable(requests, spend);
    }

    /// Realtime calls without failures and repeats, as movable spend is realtime spend without its waste.
    private static long movableCalls(Judgement judgement) {
        Predicate<RatingKey> movable =
                key -> key.tier().isRealtime() && !key.outcome().isFailure();
        UsageTable usage = judgement.workload().profile().usage();
        UsageTable repeats = judgement.workload().profile().repeats();
        return usage.total(movable).requests() - repeats.total(movable).requests();
    }

    private static Shadows shadows(List<WorkloadReport> workloads) {
        Function<WorkloadReport, BigDecimal> realtime = w -> w.spend().tiers().realtime();
        return new Shadows(
                sum(workloads, w -> w.verdict() == Verdict.UNDECIDED, realtime),
                sum(workloads, w -> w.verdict() == Verdict.BLOCKED, realtime),
                sum(workloads, w -> true, w -> w.spend().waste()),
                sum(
                        workloads,
                        w -> w.identity().key().source() == CallerSource.UNATTRIBUTED,
                        w -> w.spend().tiers().total()),
                sum(workloads, w -> true, w -> w.spend().monthlyRealtime()),
                sum(workloads, TotalsAssembly::isWaived, realtime));
    }

    static boolean isWaived(WorkloadReport workload) {
        return workload.handling()
                .waiver()
                .filter(waiver -> waiver.status() == WaiverStatus.IN_FORCE)
                .isPresent();
    }

    static BigDecimal sum(
            List<WorkloadReport> workloads,
            Predicate<WorkloadReport> wanted,
            Function<WorkloadReport, BigDecimal> amount) {
        return workloads.stream().filter(wanted).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Known counts; those of workloads whose source does not count are missing from it, which an assumption
    /// says.
    static OptionalLong requests(List<WorkloadReport> workloads) {
        List<OptionalLong> known = workloads.stream()
                .map(workload -> workload.usage().requests())
                .filter(OptionalLong::isPresent)
                .toList();
        return known.isEmpty() && !workloads.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        known.stream().mapToLong(OptionalLong::getAsLong).sum());
    }

    private static Unpriced unpriced(List<WorkloadReport> workloads) {
        ToLongFunction<WorkloadReport> requests = w -> w.spend().unpriced().requests();
        ToLongFunction<WorkloadReport> tokens = w -> w.spend().unpriced().tokens();
        return new Unpriced(
                workloads.stream().mapToLong(requests).sum(),
                workloads.stream().mapToLong(tokens).sum());
    }

    /// What is moved anyway saves nothing on its tier; of a split, only the share that stays does. Unknown
    /// where calls ran on priority and none has a price on both tiers. A policy's rule and a key may bear one
    /// name; of two workloads of one name the smaller share counts for both.
    private static Optional<BigDecimal> tierSaving(AuditFacts facts) {
        List<TierSaving> savings = facts.rated().tierSavings();
        if (savings.isEmpty() && facts.judgements().stream().anyMatch(TotalsAssembly::hasPriority)) {
            return Optional.empty();
        }
        Map<String, BigDecimal> staying = facts.judgements().stream()
                .collect(Collectors.toMap(
                        judgement -> judgement.workload().profile().key().name(),
                        TotalsAssembly::stayingShare,
                        BigDecimal::min));
        return Optional.of(savings.stream()
                .map(saving -> saving.window().multiply(staying.getOrDefault(saving.workload(), BigDecimal.ONE)))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal stayingShare(Judgement judgement) {
        return judgement
                .move()
                .filter(move -> judgement.recommended())
                .map(move -> BigDecimal.ONE.subtract(move.share()))
                .orElse(BigDecimal.ONE);
    }

    private static boolean hasPriority(Judgement judgement) {
        return judgement.workload().lines().stream()
                .anyMatch(line -> line.place().tier() == Tier.PRIORITY);
    }
}
