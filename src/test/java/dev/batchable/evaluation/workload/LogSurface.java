package dev.batchable.evaluation.workload;

import dev.batchable.record.Field;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/// How much a log tells of the same calls.
public enum LogSurface {
    /// All that a gateway writes: sessions, users, user agents, streaming, how calls ended.
    RICH(traffic -> traffic),
    /// Start, latency, model, tokens and key.
    PLAIN(traffic -> traffic.map(Requests::plain)),
    /// Start, model, tokens and key.
    BARE(traffic -> traffic.map(Requests::plain).map(Requests::untimed));

    private static final Set<Field> PLAIN_FIELDS = EnumSet.of(
            Field.START,
            Field.LATENCY,
            Field.PROVIDER,
            Field.MODEL,
            Field.INPUT_TOKENS,
            Field.OUTPUT_TOKENS,
            Field.KEY_ALIAS);

    private final UnaryOperator<Traffic> view;

    LogSurface(UnaryOperator<Traffic> view) {
        this.view = view;
    }

    Traffic of(Traffic traffic) {
        Traffic seen = view.apply(traffic);
        return this == RICH ? seen : new Traffic(seen.calls(), seen.totals(), told());
    }

    private Set<Field> told() {
        Set<Field> told = EnumSet.copyOf(PLAIN_FIELDS);
        if (this == BARE) {
            told.remove(Field.LATENCY);
        }
        return told;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
