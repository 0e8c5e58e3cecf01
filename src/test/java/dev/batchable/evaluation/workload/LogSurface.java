package dev.batchable.evaluation.workload;

import dev.batchable.record.Field;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How much a log tells of the same calls.
public enum LogSurface {
    /// All that a gateway writes: sessions, users, user agents, streaming, how calls ended.
    RICH,
    /// Start, latency, model, tokens and key.
    PLAIN,
    /// Start, model, tokens and key.
    BARE;

    private static final Set<Field> PLAIN_FIELDS = EnumSet.of(
            Field.START,
            Field.LATENCY,
            Field.PROVIDER,
            Field.MODEL,
            Field.INPUT_TOKENS,
            Field.OUTPUT_TOKENS,
            Field.KEY_ALIAS);

    Traffic of(Traffic traffic) {
        return switch (this) {
            case RICH -> traffic;
            case PLAIN -> telling(traffic.map(Requests::plain));
            case BARE -> telling(traffic.map(Requests::plain).map(Requests::untimed));
        };
    }

    private Traffic telling(Traffic seen) {
        return new Traffic(seen.calls(), seen.totals(), told());
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
