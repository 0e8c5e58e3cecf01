package dev.batchable.checklist;

import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands between a workload that could wait and a tier, by name.
///
/// Some of it is about jobs whose results are fetched later, and no obstacle to flex, which keeps the call
/// open: a consumer of streams, a tool loop that needs each answer before it goes on, an agreement that nothing
/// is stored, too few calls for a job.
final class Obstacles {
    static final String CACHE_LOSS = "cache-loss";
    static final String PROVISIONED = "provisioned";
    static final String STREAMING_CONSUMER = "streaming-consumer";
    static final String TOOL_LOOP = "tool-loop";
    static final String QUEUE_CAP = "queue-cap";
    static final String BELOW_MINIMUM = "below-minimum-batch";
    private static final Set<String> OF_JOBS = Set.of(STREAMING_CONSUMER, TOOL_LOOP, "zero-retention");

    private Obstacles() {}

    static List<String> of(Subject subject, Target target) {
        List<String> names = new ArrayList<>();
        if (subject.declaredBlockers().contains(PROVISIONED) || mostlyProvisioned(subject) || isSunk(target)) {
            names.add(PROVISIONED);
        }
        offer(subject, target).ifPresent(names::add);
        if (target.tier() == Tier.BATCH) {
            names.addAll(ofJobs(subject, target));
        }
        return List.copyOf(names);
    }

    private static boolean isSunk(Target target) {
        return reason(target).filter(TargetRating.Reason.SUNK::equals).isPresent();
    }

    private static Optional<String> offer(Subject subject, Target target) {
        boolean refused = target.rule() instanceof TierRule.NotOffered
                || (target.rule() instanceof TierRule.Offered offered && !takes(offered, subject));
        if (refused
                || reason(target).filter(TargetRating.Reason.NO_TIER::equals).isPresent()) {
            return Optional.of("no-" + target.tier().id() + "-endpoint");
        }
        return reason(target)
                .filter(TargetRating.Reason.NO_PRICE::equals)
                .map(reason -> "no-" + target.tier().id() + "-price");
    }

    private static Optional<TargetRating.Reason> reason(Target target) {
        return target.rating() instanceof TargetRating.Unrated unrated ? Optional.of(unrated.kind()) : Optional.empty();
    }

    /// Whether any of its operations may be sent there; an operation that the log does not tell is not refused.
    private static boolean takes(TierRule.Offered offered, Subject subject) {
        return subject.profile().usage().rows().keySet().stream()
                .anyMatch(key -> key.operation() == Operation.UNKNOWN
                        || offered.operations().contains(key.operation()));
    }

    private static boolean mostlyProvisioned(Subject subject) {
        return subject.workload().spend().provisioned().signum() > 0
                && subject.workload()
                                .spend()
                                .provisioned()
                                .compareTo(subject.workload().spend().realtime())
                        >= 0;
    }

    private static List<String> ofJobs(Subject subject, Target target) {
        List<String> names = new ArrayList<>(
                subject.declaredBlockers().stream().filter(OF_JOBS::contains).toList());
        if (!names.contains(STREAMING_CONSUMER) && EvidenceRules.STREAMED_SHARE.reachedBy(subject.streamedShare())) {
            names.add(STREAMING_CONSUMER);
        }
        if (!names.contains(TOOL_LOOP)
                && Chains.of(subject).filter(Chains::prevail).isPresent()) {
            names.add(TOOL_LOOP);
        }
        if (belowMinimum(subject, target)) {
            names.add(BELOW_MINIMUM);
        }
        return names;
    }

    /// A job can gather at most what a day brings.
    private static boolean belowMinimum(Subject subject, Target target) {
        if (!(target.rule() instanceof TierRule.Offered offered)
                || offered.limits().minRequests().isEmpty()) {
            return false;
        }
        return subject.requests() < offered.limits().minRequests().getAsLong() * Math.max(1, subject.days());
    }
}
