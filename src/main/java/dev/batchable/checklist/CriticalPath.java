package dev.batchable.checklist;

import dev.batchable.checklist.Judgement.ControlDetail;
import dev.batchable.checklist.Judgement.ControlStatus;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.Series;
import dev.batchable.record.Outcome;
import dev.batchable.record.Tier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Which controls protect what stays realtime.
///
/// Capacity bought or paid for ahead is headroom; that a workload was never rate-limited reserves nothing. A
/// second provider at work, or another model that stepped in while calls failed, is a fallback. A cheaper model
/// that stepped in is a degraded mode; answers from a cache are not told apart by workload, so that such a mode
/// cannot be seen.
final class CriticalPath {
    private static final String HEADROOM = "headroom";
    private static final String FALLBACK = "fallback";
    private static final String DEGRADED = "degraded-mode";

    private final Subject subject;
    private final List<String> declared;
    private final Substitutes substitutes;

    private CriticalPath(Subject subject) {
        this.subject = subject;
        this.declared = subject.profile().rule().map(WorkloadRule::controls).orElse(List.of());
        this.substitutes = Substitutes.of(subject);
    }

    static Judgement.Controls of(Subject subject) {
        return new CriticalPath(subject).controls();
    }

    private Judgement.Controls controls() {
        List<Sight> sights = List.of(headroom(), fallback(), degradedMode());
        List<String> seen = sights.stream().filter(Sight::seen).map(Sight::name).toList();
        List<ControlDetail> details = sights.stream()
                .map(sight -> new ControlDetail(sight.name(), status(sight), sight.found()))
                .toList();
        List<String> missing = details.stream()
                .filter(detail -> detail.status() == ControlStatus.MISSING)
                .map(ControlDetail::name)
                .toList();
        return new Judgement.Controls(declared, seen, missing, details);
    }

    /// What the logs hold about one control.
    private record Sight(String name, boolean seen, String found) {}

    private ControlStatus status(Sight sight) {
        if (declared.contains(sight.name())) {
            return ControlStatus.DECLARED;
        }
        return sight.seen() ? ControlStatus.OBSERVED : ControlStatus.MISSING;
    }

    private Sight headroom() {
        long reserved = subject.requests(key -> key.tier() == Tier.PROVISIONED || key.tier() == Tier.PRIORITY);
        double share = (double) reserved / Math.max(1, subject.requests());
        return Rules.CONTROL_SHARE.reachedBy(share)
                ? new Sight(HEADROOM, true, Wording.percent(share) + " of calls on priority or provisioned capacity")
                : new Sight(
                        HEADROOM,
                        false,
                        (reserved == 0 ? "no call" : Wording.percent(share) + " of calls")
                                + " on priority or provisioned capacity" + load());
    }

    private String load() {
        long limited = subject.requests(key -> key.outcome() == Outcome.RATE_LIMITED);
        String refused = limited == 0 ? "never rate-limited" : Wording.plural(limited, "call") + " rate-limited";
        return peak(subject)
                .map(peak -> "; " + refused + " at peaks of " + Wording.plural(peak, "call") + " a minute"
                        + (limited == 0 ? ", which reserves nothing" : ""))
                .orElse("; " + refused);
    }

    /// Calls in the busiest minute; empty where the log does not show minutes.
    static Optional<Long> peak(Subject subject) {
        Series series = subject.profile().activity().series();
        return subject.showsMinutes() && series.size() > 0
                ? Optional.of(LongStream.range(0, series.size())
                        .map(i -> series.requests((int) i))
                        .max()
                        .orElse(0))
                : Optional.empty();
    }

    private Sight fallback() {
        List<String> providers = subject.profile().usage().rows().keySet().stream()
                .flatMap(key -> key.model().provider().stream())
                .distinct()
                .filter(provider -> Rules.CONTROL_SHARE.reachedBy(share(provider)))
                .sorted()
                .toList();
        if (providers.size() > 1) {
            return new Sight(FALLBACK, true, "several providers at work: " + shares(providers));
        }
        return substitutes
                .fallback()
                .map(found -> new Sight(FALLBACK, true, found))
                .orElse(new Sight(FALLBACK, false, "no second provider or model: " + substitutes.failures()));
    }

    private String shares(List<String> providers) {
        return providers.stream()
                .map(provider -> provider + " " + Wording.percent(share(provider)))
                .collect(Collectors.joining(", "));
    }

    private Sight degradedMode() {
        return substitutes
                .degradedMode()
                .map(found -> new Sight(DEGRADED, true, found))
                .orElse(new Sight(
                        DEGRADED,
                        false,
                        "no cheaper model in place of the usual one: " + substitutes.failures()
                                + "; answers from a cache cannot be seen"));
    }

    private double share(String provider) {
        long calls = subject.requests(
                key -> key.model().provider().filter(provider::equals).isPresent());
        return (double) calls / Math.max(1, subject.requests());
    }
}
