package dev.batchable.simulate;

import dev.batchable.checklist.evidence.Rule;
import java.util.List;

/// Every threshold of the simulation and of the service levels it proposes; `docs/simulate.md` lists them.
public final class SimulationRules {
    static final Rule MISSED =
            new Rule("simulate.missed", 0.10, "of batches", "as verdict.missed in docs/checklist.md");
    static final Rule MOST_LEAD =
            new Rule("simulate.most-lead", 0.5, "of the budget", "assumed: a batch needs some of the time too");
    static final Rule OBJECTIVE = new Rule(
            "service.objective",
            0.99,
            "of results",
            "assumed; the form is that of data freshness in Google, The Site Reliability Workbook (2018),"
                    + " chapter 13, Data Processing Pipelines");
    static final Rule ROUNDING = new Rule("service.rounding", 15, "min", "assumed: nobody promises odd minutes");
    static final Rule DETECTION =
            new Rule("service.detection", 5, "min", "assumed: from the sign until somebody or something acts on it");
    static final Rule QUIET =
            new Rule("service.quiet", 30, "min", "assumed: an alert is over when no call was too old for so long");
    static final Rule TIMEOUT = new Rule(
            "service.timeout", 2, "times the 99th percentile", "assumed: slow calls may end, stuck ones may not stay");

    private static final List<Rule> ALL = List.of(MISSED, MOST_LEAD, OBJECTIVE, ROUNDING, DETECTION, QUIET, TIMEOUT);

    private SimulationRules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
