package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.WorkloadKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the reader is told to do about a verdict.
final class Advisor {
    private static final Map<String, String> BY_BLOCKER = Map.of(
            Obstacles.CACHE_LOSS,
            "Measure how many prompt-cache hits survive on batch before moving.",
            Obstacles.PROVISIONED,
            "Decide at the end of the commitment whether the capacity is still needed.",
            Obstacles.STREAMING_CONSUMER,
            "Change the consumer to take whole answers, then audit again.",
            Obstacles.TOOL_LOOP,
            "Look for calls outside the tool loop that can be deferred, and give them a key of their own.",
            Obstacles.BELOW_MINIMUM,
            "Gather calls of several days or workloads into one job.",
            Obstacles.QUEUE_CAP,
            "Ask the provider for a larger queue, or declare for how much of it more time is acceptable.",
            "zero-retention",
            "Ask the provider for a deferred tier under zero retention.");

    private Advisor() {}

    static Judgement.Advice of(Case workload, Judge.Ruling ruling, Optional<Judgement.Decides> decides) {
        List<Judgement.Contradiction> contradictions = Contradictions.of(workload.subject());
        boolean staysRealtime = ruling.verdict() == Verdict.KEEP || ruling.verdict() == Verdict.SPLIT;
        Judgement.Controls controls =
                staysRealtime ? CriticalPath.of(workload.subject()) : Judgement.Controls.NOT_CHECKED;
        String nextStep = switch (ruling.verdict()) {
            case DEFERRED -> "Leave it on its deferred tier.";
            case BLOCKED -> remedy(ruling.blockers().get(0));
            case KEEP ->
                kept(controls) + ownKey(workload).map(step -> " " + step).orElse("");
            case SPLIT -> "Move the part that can follow later to " + tier(ruling) + " by the recipe.";
            case MOVE -> "Move it to " + tier(ruling) + " by the recipe.";
            case UNDECIDED -> undecided(workload, decides, contradictions);
        };
        return new Judgement.Advice(ruling.because(), nextStep, controls, contradictions);
    }

    private static String tier(Judge.Ruling ruling) {
        return ruling.choice().orElseThrow().target().tier().id();
    }

    private static String kept(Judgement.Controls controls) {
        return controls.missing().isEmpty()
                ? "Leave it on realtime."
                : "Leave it on realtime, and provide or declare " + String.join(", ", controls.missing()) + ".";
    }

    private static String undecided(
            Case workload, Optional<Judgement.Decides> decides, List<Judgement.Contradiction> contradictions) {
        boolean doubted = !workload.nobodyWaits()
                && contradictions.stream()
                        .anyMatch(contradiction -> contradiction.question() == QuestionId.USER_WAITING);
        if (doubted) {
            return "Give the calls that users wait on a key of their own, since the logs contradict "
                    + "the declared `user_waiting`.";
        }
        if (workload.subject().workload().spend().unknownTier().signum() > 0
                && workload.rated().isEmpty()) {
            return "Export the usage grouped by service tier, and audit again.";
        }
        return ownKey(workload)
                .or(() -> decides.map(fact -> declare(workload, fact)))
                .orElseGet(() -> priced(workload));
    }

    /// For a share that the logs show, but not surely enough to split it off.
    private static Optional<String> ownKey(Case workload) {
        return PartialCompletion.aside(workload)
                .map(share -> "Give the calls "
                        + (workload.subject().mixture().isPresent() ? "of its runs" : "that come after its answers")
                        + ", about " + Wording.percent(share.doubleValue())
                        + " of its spend, a key of their own, and audit again.");
    }

    /// What to do where no answer would lead to a move.
    private static String priced(Case workload) {
        return workload.rated().isEmpty()
                ? "Supply a price for its models with `--prices`, or check the tiers its provider offers."
                : Judge.obstacles(workload).stream()
                        .findFirst()
                        .map(blocker -> remedy(blocker) + " Until then no answer would let it move (" + blocker + ").")
                        .orElse("Measure how long its results may take, and declare `max_latency`.");
    }

    private static String remedy(String blocker) {
        return BY_BLOCKER.getOrDefault(blocker, "Check whether another provider or model offers a deferred tier.");
    }

    private static String declare(Case workload, Judgement.Decides decides) {
        String money = money(decides, workload.subject().settings().currency());
        WorkloadKey key = workload.subject().workload().profile().key();
        if (key.source() == WorkloadKey.CallerSource.UNATTRIBUTED) {
            return "Give these calls a key or a `workload` tag of their own, then declare `"
                    + decides.question().policyKey() + "`" + money + ".";
        }
        return "Declare `" + decides.question().policyKey() + "` of "
                + workload.subject().name() + " (" + choices(workload, decides.question()) + ")" + money + ".";
    }

    /// What does not recur has no monthly money.
    private static String money(Judgement.Decides decides, String currency) {
        return decides.monthly().signum() > 0
                ? ": decides " + Wording.money(decides.monthly(), currency) + "/month"
                : ": decides " + Wording.money(decides.window(), currency) + " once, over the window";
    }

    private static String choices(Case workload, QuestionId question) {
        return switch (question) {
            case USER_WAITING -> "`no` if nobody waits on the answer";
            case MAX_LATENCY -> latencies(workload);
            case DEFERRAL_COST -> "what an hour of delay costs";
            case QUOTA_DOMAIN -> "whose limits it uses";
            case DEGRADATION -> "`queue` or `retry` if it does";
            case PARTIAL_ASYNC -> "`whole` or a share if that can follow later";
        };
    }

    /// The shortest of some usual budgets that a cheaper tier keeps.
    private static String latencies(Case workload) {
        return Target.shortestKept(
                        workload.open().stream().map(Case.Choice::target).toList())
                .map(rung -> Wording.duration(rung) + " or more fits a cheaper tier")
                .orElse("a duration");
    }
}
