package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// One of Helicone's requests on its way to ours.
final class HeliconeRow {
    /// Name of the status in the table, where the API's rows have `response_status`.
    static final String TABLE_STATUS = "status";
    /// The cache reference of a call that the gateway's cache did not serve.
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    /// The table keeps costs as whole billionths of a dollar (`COST_PRECISION_MULTIPLIER`); every export divides.
    private static final int TABLE_COST_DIGITS = 9;

    private final TrackedRow row;

    HeliconeRow(Row<Field> raw) {
        row = new TrackedRow(raw);
    }

    boolean isCacheServed() {
        return row.text(Field.CACHE_HIT).filter(id -> !id.equals(NOBODY)).isPresent();
    }

    Request request() throws BadValueException {
        Timing timing = Timings.inMillis(row);
        // Cached tokens are told apart from the other prompt tokens, so that each kind can be priced:
        // https://github.com/Helicone/helicone/tree/main/packages/cost/usage
        Optional<Tokens> tokens = TokenCounts.readAddingCache(row);
        CallDraft draft = CallDraft.of(row)
                .timing(timing)
                .provider(row.decoded(Field.PROVIDER, HeliconeRow::provider))
                .tokens(tokens)
                .cost(cost(tokens))
                .outcome(row.text(Field.HTTP_STATUS).map(HeliconeRow::outcome).orElse(Outcome.UNKNOWN));
        // Helicone times the first token of streams only.
        return (timing.firstTokenMillis().isPresent() && row.flag(Field.STREAM).isEmpty()
                        ? draft.streaming(Streaming.STREAMED)
                        : draft)
                .request();
    }

    /// Its names are those of hosts that it knows, `CUSTOM` is any other.
    private static Optional<String> provider(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "CUSTOM" -> Optional.empty();
            case "AWS" -> Optional.of(Providers.BEDROCK);
            case "X" -> Optional.of("xai");
            default -> Providers.canonical(name);
        };
    }

    private Optional<Money> cost(Optional<Tokens> tokens) throws BadValueException {
        boolean table = row.path(Field.HTTP_STATUS).equals(TABLE_STATUS);
        Optional<BigDecimal> told = row.decimal(Field.COST);
        return Costs.of(row, table ? told.map(cost -> cost.movePointLeft(TABLE_COST_DIGITS)) : told, tokens);
    }

    /// Besides HTTP's codes its own, as its dashboard names them: -1 timeout, -2 pending, -3 cancelled, -4 threat:
    /// <https://github.com/Helicone/helicone/blob/main/web/components/templates/requests/statusBadge.tsx>
    private static Outcome outcome(String status) {
        return switch (status) {
            case "-1" -> Outcome.TIMEOUT;
            case "-2" -> Outcome.UNKNOWN;
            case "-3" -> Outcome.CANCELLED;
            case "-4" -> Outcome.FAILED;
            default -> Outcomes.of(Optional.of(status), Optional.empty(), Optional.empty());
        };
    }
}
