package dev.batchable.render;

import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.Source;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.record.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What is documented of a tier, in words.
final class TierText {
    private static final long MEBIBYTE = 1024 * 1024;

    private TierText() {}

    /// Whether it is offered, and where.
    static String brief(TierRule rule) {
        if (rule instanceof TierRule.Offered offered) {
            return offered.endpoint() + "; within "
                    + window(offered.completion().window());
        }
        return rule instanceof TierRule.NotOffered none
                ? "not offered: " + none.reason()
                : "unknown: " + ((TierRule.Unknown) rule).reason();
    }

    /// All terms, with the source.
    static String full(TierRule rule) {
        if (rule instanceof TierRule.Offered offered) {
            return String.join("; ", terms(offered)) + ". " + source(offered.source());
        }
        return rule instanceof TierRule.NotOffered none
                ? "not offered: " + none.reason() + ". " + source(none.source())
                : brief(rule);
    }

    static String source(Source source) {
        return source.url() + source.observedAt().map(day -> ", seen " + day).orElse("") + ", "
                + id(source.confidence());
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> terms(TierRule.Offered offered) {
        List<String> terms = new ArrayList<>();
        terms.add(brief(offered));
        terms.add(id(offered.completion().behaviour()));
        TierRule.JobLimits limits = offered.limits();
        add(terms, limits.minRequests(), "at least %,d requests a job");
        add(terms, limits.maxRequests(), "at most %,d requests a job");
        limits.maxBytes()
                .ifPresent(bytes -> terms.add(String.format(Locale.ROOT, "at most %,d MiB a file", bytes / MEBIBYTE)));
        limits.queue().forEach(cap -> terms.add(queue(cap)));
        terms.add("rate limits " + id(offered.quota()));
        terms.add("for "
                + offered.operations().stream().sorted().map(Operation::id).collect(Collectors.joining(", ")));
        terms.add("cache discount and tier discount: " + id(offered.cache().stacking()));
        offered.cache()
                .retention()
                .ifPresent(range -> terms.add("cache hits kept: " + range.low().toPlainString() + " to "
                        + range.high().toPlainString()));
        terms.add(
                "charged where the window is missed: " + id(offered.completion().expiry()));
        offered.resultRetention().ifPresent(time -> terms.add("results kept " + window(time)));
        return terms;
    }

    private static void add(List<String> terms, OptionalLong limit, String format) {
        limit.ifPresent(number -> terms.add(String.format(Locale.ROOT, format, number)));
    }

    private static String queue(QueueCap cap) {
        String unit = cap.unit() == QueueCap.Unit.REQUESTS ? "requests" : "input tokens";
        String models = cap.models().isEmpty()
                ? ""
                : " of " + cap.models().stream().sorted().collect(Collectors.joining(", "));
        String most = cap.most().isPresent()
                ? String.format(Locale.ROOT, "%,d %s", cap.most().getAsLong(), unit)
                : unit + " up to a limit that the account shows";
        return "queue by " + cap.level() + ": " + most + models;
    }

    private static String window(Duration time) {
        if (time.toHours() >= 48 && time.toHours() % 24 == 0) {
            return time.toDays() + " days";
        }
        return time.toHours() > 0 && time.toMinutes() % 60 == 0 ? time.toHours() + " h" : time.toMinutes() + " min";
    }
}
