package dev.batchable.opportunity;

import dev.batchable.checklist.evidence.Rule;
import java.util.List;

/// The thresholds by which money beside the savings is shown.
public final class OpportunityRules {
    private static final String CAUTION = "assumed, on the side of caution";

    static final Rule SHARE = new Rule("opportunity.share", 0.01, "of spend", "assumed: less is not worth a line");
    static final Rule AMOUNT =
            new Rule("opportunity.amount", 5, "of the report's currency", "assumed: less is not worth a line");
    static final Rule CALLS = new Rule("prompt-cache.calls", 30, "calls", CAUTION);
    static final Rule READS = new Rule(
            "prompt-cache.reads", 0.2, "of the tokens that could be read", "above, the cache is at work; assumed");
    static final Rule TOLD =
            new Rule("prompt-cache.told", 0.9, "of rows that tell cached tokens", "fewer, and a miss is not known");
    static final Rule EVIDENCE = new Rule("prompt-cache.hits", 30, "calls that read from the cache", CAUTION);
    static final Rule MOSTLY = new Rule("top-model.mostly", 0.9, "of a workload's spend at the provider", CAUTION);
    static final Rule WORKLOADS = new Rule("top-model.workloads", 3, "workloads", "a habit takes several; assumed");
    static final Rule SPEND = new Rule("top-model.spend", 0.9, "of the spend at the provider", CAUTION);
    static final Rule USERS_TOLD =
            new Rule("default-tier.users-told", 0.9, "of rows that could name an end user", CAUTION);

    private static final List<Rule> ALL =
            List.of(SHARE, AMOUNT, CALLS, READS, TOLD, EVIDENCE, MOSTLY, WORKLOADS, SPEND, USERS_TOLD);

    private OpportunityRules() {}

    /// Each of them once.
    public static List<Rule> all() {
        return ALL;
    }
}
