package dev.batchable.simulate;

import dev.batchable.price.CompletionDistribution;
import dev.batchable.record.Tier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What every simulation takes for granted, one sentence each.
final class General {
    private General() {}

    static List<String> assumptions(List<Queues.Queue> queues) {
        Set<String> all = new LinkedHashSet<>();
        if (queues.isEmpty()) {
            return List.of();
        }
        all.add("the days read are replayed as they were: no growth, and calls that failed are left out");
        all.add("a batch ends as a whole: results that come before its last one are not used");
        boolean batches = queues.stream().anyMatch(queue -> queue.target() == Tier.BATCH);
        if (batches) {
            all.add(
                    "calls run again on realtime one by one as they come due; a batch keeps its room until it is done or all"
                            + " of its calls have come due");
            all.add("limits on how often batches may be submitted are not simulated");
        }
        for (Queues.Queue queue : queues) {
            if (queue.target() == Tier.BATCH && queue.cap().isEmpty()) {
                all.add("how much " + queue.scope().name()
                        + " may enqueue is not documented, and no cap is simulated; give one with --queue-cap");
            }
            all.add("completion times of " + queue.scope().name() + ": " + source(queue));
        }
        return List.copyOf(all);
    }

    private static String source(Queues.Queue queue) {
        CompletionDistribution completion = queue.members().get(0).completion();
        return (completion.assumed() ? "assumed: " : "observed: ") + completion.source();
    }
}
