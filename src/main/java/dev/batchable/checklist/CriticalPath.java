package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Tier;
import java.util.ArrayList;
import java.util.List;

/// Which controls protect what stays realtime.
final class CriticalPath {
    private static final String HEADROOM = "headroom";
    private static final String FALLBACK = "fallback";
    private static final List<String> CONTROLS = List.of(HEADROOM, FALLBACK, "degraded-mode");
    /// Calls of a second provider below this share may be trials.
    private static final double SECOND_PROVIDER = 0.01;

    private CriticalPath() {}

    static Judgement.Controls of(Subject subject) {
        List<String> declared =
                subject.profile().rule().map(WorkloadRule::controls).orElse(List.of());
        List<String> seen = seen(subject);
        List<String> missing = CONTROLS.stream()
                .filter(control -> !declared.contains(control) && !seen.contains(control))
                .toList();
        return new Judgement.Controls(declared, seen, missing);
    }

    /// Capacity bought or paid for ahead is headroom; a second provider at work is a fallback. A degraded mode
    /// leaves no trace in a log.
    private static List<String> seen(Subject subject) {
        List<String> seen = new ArrayList<>();
        if (subject.requests(key -> key.tier() == Tier.PROVISIONED || key.tier() == Tier.PRIORITY) > 0) {
            seen.add(HEADROOM);
        }
        long providers = subject.profile().usage().rows().keySet().stream()
                .map(RatingKey::model)
                .flatMap(model -> model.provider().stream())
                .distinct()
                .filter(provider -> share(subject, provider) >= SECOND_PROVIDER)
                .count();
        if (providers > 1) {
            seen.add(FALLBACK);
        }
        return seen;
    }

    private static double share(Subject subject, String provider) {
        long calls = subject.requests(
                key -> key.model().provider().filter(provider::equals).isPresent());
        return (double) calls / Math.max(1, subject.requests());
    }
}
