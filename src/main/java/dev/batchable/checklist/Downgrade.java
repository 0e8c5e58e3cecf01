package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.Timings.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The rule by which work of a split is downgraded from synchronous to asynchronous under stress: which calls, on
/// what signs, what is done, and when it ends. The signs are multiples of what the workload itself shows.
final class Downgrade {
    private Downgrade() {}

    /// Steps of a recipe, one sentence each.
    static List<String> of(Case workload, Case.Choice choice) {
        String tier = choice.target().tier().id();
        String share = Wording.percent(choice.share().doubleValue());
        return List.of(
                "Mark the " + share + " that can follow later where the calls are made, and nothing else.",
                "It is under stress when, over " + minutes(Rules.STRESS_SPAN.value()) + ", "
                        + String.join(", or ", signs(workload)) + ".",
                "Under stress send every marked call to " + tier + ", those too that are made or run again on realtime,"
                        + " as long as it can wait " + Wording.duration(workload.budgetOrDay())
                        + "; leave all realtime capacity to the answers that users wait on.",
                "Go back when no sign has held for " + minutes(Rules.STRESS_OVER.value()) + "; what was sent to " + tier
                        + " meanwhile stays there until it is answered.");
    }

    private static List<String> signs(Case workload) {
        Subject subject = workload.subject();
        List<String> signs = new ArrayList<>();
        signs.add("over " + Wording.percent(Rules.STRESS_REFUSED.value()) + " of the calls are rate-limited");
        subject.profile()
                .timings()
                .latency()
                .map(Percentiles::p95)
                .ifPresent(usual -> signs.add("the 95th percentile of latency is over "
                        + Wording.count(Math.round(usual * Rules.STRESS_SLOW.value())) + " ms (twice the usual "
                        + Wording.count(usual) + " ms)"));
        CriticalPath.peak(subject)
                .ifPresent(peak -> signs.add(
                        "more than " + Wording.plural(peak, "call") + " come in a minute (the peak seen so far)"));
        signs.add("the oldest queued call has waited " + Wording.duration(queueAge(workload)) + " (half its budget)");
        return signs;
    }

    private static Duration queueAge(Case workload) {
        return Duration.ofSeconds((long) (workload.budgetOrDay().toSeconds() * Rules.STRESS_QUEUE.value()));
    }

    private static String minutes(double minutes) {
        return Wording.duration(Duration.ofMinutes((long) minutes));
    }
}
