package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;

/// How often work is late once it is deferred: each run once, since its results are used together; where the log
/// shows no runs, each active day.
///
/// @param count at least one
/// @param runs whether they are runs
record Occasions(long count, boolean runs) {
    static Occasions of(Subject subject) {
        long runs = subject.showsRuns() ? subject.largeRuns().size() : 0;
        return new Occasions(runs > 0 ? runs : Math.max(1, subject.days()), runs > 0);
    }

    String noun() {
        return runs ? "run" : "active day";
    }

    String text() {
        return Wording.plural(count, noun());
    }
}
