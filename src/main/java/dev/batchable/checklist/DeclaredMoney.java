package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.Exchange;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.Optional;

/// Money that the owner declared, brought into the report's currency by the policy's own rates and nothing else.
final class DeclaredMoney {
    private final Subject subject;

    DeclaredMoney(Subject subject) {
        this.subject = subject;
    }

    /// What an hour of delay costs.
    Optional<Money> perHour() {
        return subject.declared().deferralCost().map(cost -> cost.perHour());
    }

    /// What the move costs once.
    Optional<Money> effort() {
        return subject.profile().rule().map(WorkloadRule::ownership).flatMap(WorkloadRule.Ownership::effort);
    }

    /// Empty where no declared rate leads to the report's currency.
    Optional<BigDecimal> converted(Money money) {
        return new Exchange(subject.policy().exchange(), subject.settings().asOf()).convert(money, currency());
    }

    String currency() {
        return subject.settings().currency();
    }
}
