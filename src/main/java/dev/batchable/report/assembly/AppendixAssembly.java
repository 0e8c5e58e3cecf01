package dev.batchable.report.assembly;

import dev.batchable.report.Amount;
import dev.batchable.report.Appendix;
import dev.batchable.report.Appendix.ForeignSpend;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the workloads refer to.
final class AppendixAssembly {
    private AppendixAssembly() {}

    static Appendix appendix(AuditFacts facts, List<WorkloadReport> workloads) {
        return new Appendix(
                OwnerAssembly.byOwner(workloads),
                PriceRowSelection.used(facts.setting().prices(), workloads, namedElsewhere(facts)),
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

    /// Price rows of opportunities and of the rates on the bill.
    private static Set<String> namedElsewhere(AuditFacts facts) {
        Stream<String> billed = facts.reconciliation().stream()
                .flatMap(bill -> bill.report().detail().rates().stream())
                .flatMap(rate -> rate.priceRow().stream());
        Stream<String> opportunities = facts.opportunities().stream()
                .flatMap(opportunity -> opportunity.lines().stream())
                .flatMap(line -> line.priceRow().stream());
        return Stream.concat(billed, opportunities).collect(Collectors.toSet());
    }

    private static Rule rule(dev.batchable.checklist.evidence.Rule rule) {
        return new Rule(rule.id(), BigDecimal.valueOf(rule.value()), rule.unit(), rule.source());
    }
}
