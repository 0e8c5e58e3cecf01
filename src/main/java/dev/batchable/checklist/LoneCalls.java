package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.record.Operation;
import java.util.Set;

/// Calls whose answers no next call needs: what an embedding, a moderation or a ranking returns is not the text of
/// a prompt. They can be completed in any order, which says nothing of who waits for them.
final class LoneCalls {
    private static final Set<Operation> OPERATIONS =
            Set.of(Operation.EMBEDDING, Operation.MODERATION, Operation.RERANK);

    private LoneCalls() {}

    /// Whether all but stray calls of a workload are such.
    static boolean make(Subject subject) {
        return subject.requests() > 0 && Rules.LONE_SHARE.reachedBy(share(subject));
    }

    static Evidence evidence(Subject subject) {
        return subject.evidence(
                "lone-calls",
                Wording.percent(share(subject))
                        + " of its calls are embeddings, moderations or rankings, whose answers "
                        + "no next call needs",
                "99 % or more can be completed in any order",
                subject.requests(),
                Lean.BATCH);
    }

    private static double share(Subject subject) {
        return (double) subject.requests(key -> OPERATIONS.contains(key.operation())) / subject.requests();
    }
}
