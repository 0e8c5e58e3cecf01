package dev.batchable.diff;

import dev.batchable.checklist.evidence.Rule;
import java.util.List;

/// What is clearly worse service.
public final class WatchRules {
    static final Rule SLOWER = new Rule(
            "diff.slower",
            1.2,
            "times the old 95th percentile",
            "assumed: less is seldom felt, and months differ by it");
    static final Rule RARER = new Rule(
            "diff.rate", 0.005, "of calls", "assumed: one call in 200 more is what an on-call engineer would look at");
    static final Rule CHANCE = new Rule(
            "diff.chance",
            0.01,
            "probability",
            "two-proportion test: a difference that chance makes more often is none");
    static final Rule CALLS = new Rule("diff.calls", 30, "calls", "as many as an observed answer needs");
    static final Rule WASTE = new Rule("diff.waste", 0.01, "of spend", "assumed");

    private static final List<Rule> ALL = List.of(SLOWER, RARER, CHANCE, CALLS, WASTE);

    private WatchRules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
