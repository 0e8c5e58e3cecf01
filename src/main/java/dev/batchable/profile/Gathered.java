package dev.batchable.profile;

import dev.batchable.policy.WorkloadRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The cells of one workload, added up.
final class Gathered {
    private final int number;
    private final List<Cell> cells = new ArrayList<>();
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
    void add(Cell cell, Optional<WorkloadRule> cellRule, RuleBook rules) {
        cells.add(cell);
        rule = Stream.concat(rule.stream(), cellRule.stream()).min(Comparator.comparingInt(rules::order));
    }

    /// The cells stay as they are, and only one workload at a time takes memory for their sum.
    WorkloadProfile profile(WorkloadKey key) {
        return sum().profile(key, rule, repeats.table());
    }

    private Cell sum() {
        if (cells.size() == 1) {
            return cells.get(0);
        }
        Cell sum = new Cell();
        cells.forEach(sum::merge);
        return sum;
    }
}
