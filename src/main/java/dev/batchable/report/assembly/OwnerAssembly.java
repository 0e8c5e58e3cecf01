package dev.batchable.report.assembly;

import dev.batchable.checklist.Verdict;
import dev.batchable.report.OwnerTotal;
import dev.batchable.report.SavingTotals;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sums per owner.
final class OwnerAssembly {
    private static final Comparator<OwnerTotal> BY_REALTIME_SPEND = Comparator.comparing(
                    (OwnerTotal total) -> total.spend().realtime())
            .reversed()
            .thenComparing(total -> total.owner().isEmpty())
            .thenComparing(total -> total.owner().orElse(""));

    private OwnerAssembly() {}

    static List<OwnerTotal> byOwner(List<WorkloadReport> workloads) {
        Map<Optional<String>, List<WorkloadReport>> byOwner = workloads.stream()
                .collect(Collectors.groupingBy(
                        workload -> workload.identity().owner(), LinkedHashMap::new, Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(entry -> total(entry.getKey(), entry.getValue()))
                .sorted(BY_REALTIME_SPEND)
                .toList();
    }

    private static OwnerTotal total(Optional<String> owner, List<WorkloadReport> own) {
        SavingTotals savings = TotalsAssembly.savings(own);
        return new OwnerTotal(
                owner,
                own.size(),
                TotalsAssembly.requests(own),
                spend(own),
                savings.window(),
                savings.monthly(),
                savings.after().net());
    }

    private static OwnerTotal.Spend spend(List<WorkloadReport> own) {
        Function<WorkloadReport, BigDecimal> realtime = w -> w.spend().tiers().realtime();
        return new OwnerTotal.Spend(
                TotalsAssembly.sum(own, w -> true, w -> w.spend().tiers().total()),
                TotalsAssembly.sum(own, w -> true, realtime),
                TotalsAssembly.sum(own, w -> true, w -> w.spend().waste()),
                TotalsAssembly.sum(own, w -> true, TotalsAssembly::batchableSpend),
                TotalsAssembly.sum(own, w -> w.verdict() == Verdict.UNDECIDED, realtime),
                TotalsAssembly.sum(own, TotalsAssembly::isWaived, realtime));
    }
}
