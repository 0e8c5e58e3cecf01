package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.policy.DeferralCost;
import dev.batchable.policy.ExchangeRate;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Exchange;
import dev.batchable.record.Money;
import dev.batchable.report.Basis;
import java.util.List;
import java.util.stream.Stream;

/// The exchange rates behind any figure: those of spend, and those of money that owners declared.
final class UsedRates {
    private UsedRates() {}

    static List<Basis.Exchange> of(AuditFacts facts) {
        AuditFacts.Setting setting = facts.setting();
        Exchange exchange = new Exchange(setting.policy().exchange(), setting.asOf());
        Stream<ExchangeRate> declared = facts.judgements().stream()
                .flatMap(UsedRates::declared)
                .map(Money::currency)
                .distinct()
                .sorted()
                .flatMap(from -> exchange.rate(from, facts.rated().currency()).stream());
        return Stream.concat(facts.rated().exchange().stream(), declared)
                .distinct()
                .map(rate -> new Basis.Exchange(rate.from(), rate.to(), rate.rate(), rate.date(), rate.source()))
                .toList();
    }

    private static Stream<Money> declared(Judgement judgement) {
        return judgement.workload().profile().rule().stream()
                .flatMap(rule ->
                        Stream.concat(rule.answers().deferralCost().map(DeferralCost::perHour).stream(), effort(rule)));
    }

    private static Stream<Money> effort(WorkloadRule rule) {
        return rule.ownership().effort().stream();
    }
}
