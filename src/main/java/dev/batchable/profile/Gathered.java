package dev.batchable.profile;

import dev.batchable.policy.WorkloadRule;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The cells of one workload, added up.
final class Gathered {
    private final int number;
    private final Cell cell = new Cell();
    private final UsageSums repeats = new UsageSums();
    private Optional<WorkloadRule> rule = Optional.empty();

    /// @param number tells workloads apart
    Gathered(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    UsageSums repeats() {
        return repeats;
    }

    /// Of several rules with one name the first in the policy counts.
    void add(Cell part, Optional<WorkloadRule> partRule, RuleBook rules) {
        cell.merge(part);
        rule = Stream.concat(rule.stream(), partRule.stream()).min(Comparator.comparingInt(rules::order));
    }

    WorkloadProfile profile(WorkloadKey key) {
        return cell.profile(key, rule, repeats.table());
    }
}
