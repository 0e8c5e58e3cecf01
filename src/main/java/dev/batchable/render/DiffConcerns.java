package dev.batchable.render;

import dev.batchable.diff.ServiceChange;
import dev.batchable.diff.ServiceChange.Concern;
import dev.batchable.report.WorkloadUsage.Percentiles;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/// What got worse, in words.
final class DiffConcerns {
    private static final BigDecimal SECONDS_FROM = BigDecimal.valueOf(1000);

    private DiffConcerns() {}

    static String of(ServiceChange change) {
        return change.name() + ": "
                + change.concerns().stream().map(DiffConcerns::of).collect(Collectors.joining(", "));
    }

    private static String of(Concern concern) {
        return switch (concern.measure()) {
            case "p95" -> "p95 " + from(millis(concern.old()), millis(concern.now()));
            case "first-token-p95" -> "first token p95 " + from(millis(concern.old()), millis(concern.now()));
            case "timeouts" -> "timeouts " + shares(concern);
            case "rate-limited" -> "refused for load " + shares(concern);
            case "completed" -> "answered " + shares(concern);
            default -> concern.measure() + " " + shares(concern);
        };
    }

    private static String shares(Concern concern) {
        return from(Figures.percent(concern.old()), Figures.percent(concern.now()));
    }

    private static String from(String old, String now) {
        return old.equals(now) ? "unchanged at " + now : old + " -> " + now;
    }

    /// The 95th percentile before and after, where both are known.
    static Optional<String> latency(ServiceChange change) {
        Optional<BigDecimal> old = change.old().latency().map(Percentiles::p95).map(BigDecimal::valueOf);
        Optional<BigDecimal> now = change.now().latency().map(Percentiles::p95).map(BigDecimal::valueOf);
        return old.flatMap(before -> now.map(after -> change.name() + " " + from(millis(before), millis(after))));
    }

    /// Below a second in milliseconds, else in seconds with one decimal.
    static String millis(BigDecimal millis) {
        return millis.compareTo(SECONDS_FROM) < 0
                ? millis.toPlainString() + " ms"
                : Figures.tenths(millis.movePointLeft(3)) + " s";
    }
}
