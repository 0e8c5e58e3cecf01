package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The steps of a move or split, one sentence each.
final class Recipe {
    private static final long MEBIBYTE = 1 << 20;

    private Recipe() {}

    static List<String> of(Case workload, Case.Choice choice) {
        List<String> steps = new ArrayList<>();
        if (choice.target().rule() instanceof TierRule.Offered offered) {
            steps.add("Send the calls to " + offered.endpoint() + ".");
            steps.addAll(choice.target().tier() == Tier.FLEX ? held(workload) : submitted(workload, offered));
        } else {
            steps.add("Look up the " + choice.target().tier().id()
                    + " endpoint and its limits: none are documented in the catalog.");
            steps.addAll(choice.target().tier() == Tier.FLEX ? held(workload) : collected(workload));
        }
        if (choice.share().compareTo(BigDecimal.ONE) < 0) {
            steps.addAll(Downgrade.of(workload, choice));
        }
        steps.add("Watch customer-facing latency, queue age, completion rate and timeouts for two weeks afterwards.");
        return List.copyOf(steps);
    }

    private static List<String> held(Case workload) {
        return List.of(
                "Raise the client timeout to 15 min, since calls stay open until they are answered.",
                "Retry refused calls (429) with growing pauses, and run them on realtime "
                        + Wording.duration(fallback(workload)) + " after the first attempt.");
    }

    private static List<String> submitted(Case workload, TierRule.Offered offered) {
        List<String> steps = new ArrayList<>();
        steps.add(limits(offered.limits()));
        steps.add(QueueFit.of(workload.subject(), offered.limits()).step());
        steps.add(pool(offered.quota()));
        steps.addAll(collected(workload));
        steps.add(offered.resultRetention()
                .map(kept -> "Fetch results within " + kept.toDays() + " days, after which they are deleted.")
                .orElse("Fetch results at once: how long they are kept is not documented."));
        return steps;
    }

    private static String limits(TierRule.JobLimits limits) {
        List<String> parts = new ArrayList<>();
        limits.minRequests().ifPresent(least -> parts.add("at least " + Wording.count(least) + " requests"));
        limits.maxRequests().ifPresent(most -> parts.add("at most " + Wording.count(most) + " requests"));
        limits.maxBytes().ifPresent(most -> parts.add("at most " + Wording.count(most / MEBIBYTE) + " MiB"));
        return parts.isEmpty()
                ? "Look up the size limits of a job: they are not documented in the catalog."
                : "Write files of " + String.join(", ", parts) + " each.";
    }

    private static String pool(TierRule.Quota quota) {
        return switch (quota) {
            case SEPARATE -> "Take realtime rate limits out of the schedule: the batch queue has limits of its own.";
            case SHARED -> "Keep the calls within the realtime rate limits, which the tier shares.";
            case NOT_DOCUMENTED -> "Ask whether the tier shares realtime rate limits: it is not documented.";
        };
    }

    private static List<String> collected(Case workload) {
        return List.of(
                "Give every request a custom id from your own records, since results come in any order.",
                "Poll every few minutes, or take the provider's webhook where it has one, and store results as they come.",
                "Run what has not come back " + Wording.duration(fallback(workload))
                        + " after submission on realtime, before the deadline.");
    }

    private static Duration fallback(Case workload) {
        return workload.budgetOrDay().minus(Reserve.of(workload.budgetOrDay()));
    }
}
