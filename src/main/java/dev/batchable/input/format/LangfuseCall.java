package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// One generation or embedding of Langfuse on its way to a request.
final class LangfuseCall {
    static final String GENERATION = "GENERATION";
    static final String EMBEDDING = "EMBEDDING";
    static final String FIRST_TOKEN_MILLIS = "timeToFirstTokenMs";

    private static final String FAILED = "ERROR";

    private final Row<Field> raw;
    private final TrackedRow row;
    private final String type;

    LangfuseCall(Row<Field> raw, String type) {
        this.raw = raw;
        this.row = new TrackedRow(raw);
        this.type = type;
    }

    Request request() throws BadValueException {
        Optional<Tokens> used = tokens();
        Timing timing = Timings.of(row, TimeUnits.IN_MILLIS, firstToken());
        return CallDraft.of(row)
                .timing(timing)
                .provider(row.decoded(Field.PROVIDER, SpanProviders::named))
                .operation(operation())
                .tokens(used)
                // Zero stands for a price that Langfuse does not know.
                .cost(Costs.of(row, row.decimal(Field.COST).filter(cost -> cost.signum() != 0), used))
                .outcome(outcome(used))
                .request();
    }

    private Operation operation() {
        boolean told = row.text(Field.OPERATION).isPresent();
        boolean embeds = type.equals(EMBEDDING)
                || raw.text(Field.MODEL)
                        .filter(model -> model.toLowerCase(Locale.ROOT).contains("embed"))
                        .isPresent();
        if (embeds) {
            row.note(Field.OPERATION);
            return Operation.EMBEDDING;
        }
        return told ? Operation.CHAT : Operation.UNKNOWN;
    }

    /// The map, or what versions before it told. Either may be there and hold nothing.
    private Optional<Tokens> tokens() throws BadValueException {
        List<String> details = raw.list(Field.DETAIL);
        Optional<Tokens> used = LangfuseUsage.of(row, details);
        if (used.isPresent() || !details.isEmpty()) {
            return used;
        }
        OptionalLong input = row.count(Field.INPUT_TOKENS);
        OptionalLong output = row.count(Field.OUTPUT_TOKENS);
        Tokens plain = new Tokens(input.orElse(0), 0, 0, 0, output.orElse(0), 0);
        if (plain.total() > 0) {
            return Optional.of(plain);
        }
        row.forget(Field.INPUT_TOKENS);
        row.forget(Field.OUTPUT_TOKENS);
        return Optional.empty();
    }

    private OptionalLong firstToken() throws BadValueException {
        return raw.path(Field.FIRST_TOKEN).filter(FIRST_TOKEN_MILLIS::equals).isPresent()
                ? TimeUnits.millis(row, Field.FIRST_TOKEN, TimeUnits.IN_MILLIS)
                : Timings.firstToken(row);
    }

    /// Without a level of failure a call is taken for answered where it ended or used anything.
    private Outcome outcome(Optional<Tokens> used) throws BadValueException {
        Optional<String> level = row.text(Field.STATUS);
        if (level.filter(FAILED::equalsIgnoreCase).isPresent()) {
            return Outcomes.of(Optional.empty(), level, row.text(Field.ERROR));
        }
        boolean ended = used.isPresent() || row.instant(Field.END).isPresent();
        return level.isPresent() && ended ? Outcome.OK : Outcome.UNKNOWN;
    }
}
