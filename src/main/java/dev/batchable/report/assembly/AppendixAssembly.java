package dev.batchable.report.assembly;

import dev.batchable.checklist.Verdict;
import dev.batchable.report.Amount;
import dev.batchable.report.Appendix;
import dev.batchable.report.Appendix.ForeignSpend;
import dev.batchable.report.Appendix.OwnerTotal;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sums per owner, and what the workloads refer to.
final class AppendixAssembly {
    private static final Comparator<OwnerTotal> BY_REALTIME_SPEND = Comparator.comparing(OwnerTotal::realtimeSpend)
            .reversed()
            .thenComparing(total -> total.owner().isEmpty())
            .thenComparing(total -> total.owner().orElse(""));

    private AppendixAssembly() {}

    static Appendix appendix(AuditFacts facts, List<WorkloadReport> workloads) {
        return new Appendix(
                byOwner(workloads),
                PriceRowSelection.used(facts.setting().prices(), workloads, billedRows(facts)),
                QuotaDomains.of(facts.judgements()),
                Incidents.of(facts.judged()),
                facts.setting().rules().stream().map(AppendixAssembly::rule).toList(),
                facts.rated().apart().stream()
                        .map(apart -> new ForeignSpend(
                                apart.workload(),
                                new Amount(
                                        apart.money().currency(), apart.money().amount()),
                                apart.requests()))
                        .toList());
    }

    private static Set<String> billedRows(AuditFacts facts) {
        return facts.reconciliation().stream()
                .flatMap(bill -> bill.report().detail().rates().stream())
                .flatMap(rate -> rate.priceRow().stream())
                .collect(Collectors.toSet());
    }

    private static Rule rule(dev.batchable.checklist.evidence.Rule rule) {
        return new Rule(rule.id(), BigDecimal.valueOf(rule.value()), rule.unit(), rule.source());
    }

    private static List<OwnerTotal> byOwner(List<WorkloadReport> workloads) {
        Map<Optional<String>, List<WorkloadReport>> byOwner = workloads.stream()
                .collect(Collectors.groupingBy(
                        workload -> workload.identity().owner(), LinkedHashMap::new, Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(entry -> owner(entry.getKey(), entry.getValue()))
                .sorted(BY_REALTIME_SPEND)
                .toList();
    }

    private static OwnerTotal owner(Optional<String> owner, List<WorkloadReport> own) {
        return new OwnerTotal(
                owner,
                own.size(),
                TotalsAssembly.sum(own, w -> true, w -> w.spend().tiers().total()),
                TotalsAssembly.sum(own, w -> true, w -> w.spend().tiers().realtime()),
                TotalsAssembly.sum(own, w -> true, TotalsAssembly::batchableSpend),
                TotalsAssembly.sum(
                        own,
                        w -> w.verdict() == Verdict.UNDECIDED,
                        w -> w.spend().tiers().realtime()),
                TotalsAssembly.savings(own).monthly());
    }
}
