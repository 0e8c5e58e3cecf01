package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Money;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// One line of Portkey's log on its way to a request.
final class PortkeyRow {
    private final TrackedRow row;
    private final PortkeyMetadata metadata;

    PortkeyRow(Row<Field> raw) {
        row = new TrackedRow(raw);
        metadata = PortkeyMetadata.of(raw);
    }

    Request request() throws BadValueException {
        Optional<Tokens> tokens = TokenCounts.read(row);
        CallDraft draft = CallDraft.of(row)
                .timing(Timings.inMillis(row))
                .tokens(tokens)
                .cost(cost(tokens))
                .outcome(outcome());
        // Not the number of retries: none of them succeeded.
        if (row.text(Field.RETRIES, count -> count.startsWith("-")).isPresent()) {
            row.forget(Field.RETRIES);
            draft.retries(OptionalInt.empty());
        }
        return (metadata.columns() ? draft.identity(identity()).caller(caller()) : draft).request();
    }

    /// Portkey counts cents.
    private Optional<Money> cost(Optional<Tokens> tokens) throws BadValueException {
        Optional<Money> dollars = Costs.of(row, row.decimal(Field.COST).map(cents -> cents.movePointLeft(2)), tokens);
        Optional<String> currency = row.text(Field.CURRENCY);
        return dollars.map(money -> new Money(money.amount(), currency.orElse(Money.USD)));
    }

    /// A guardrail may deny an answer that came with a good status.
    private Outcome outcome() {
        Optional<Boolean> success = row.decoded(Field.STATUS, PortkeyRow::success);
        return Outcomes.of(
                row.text(Field.HTTP_STATUS),
                success.map(good -> good ? "success" : "failure"),
                success.filter(good -> !good).map(failure -> "failure"));
    }

    private static Optional<Boolean> success(String flag) {
        return switch (flag.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION),
                row.noted(Field.USER, metadata.user()),
                Optional.empty());
    }

    private Caller caller() {
        Caller told = Callers.of(row);
        List<String> entries = metadata.entries();
        if (entries.isEmpty()) {
            row.forget(Field.TAGS);
        }
        return new Caller(
                row.noted(Field.WORKLOAD, Tags.workload(entries).or(told::workload)),
                told.keyAlias(),
                told.keyId(),
                told.service(),
                told.project(),
                told.team(),
                told.userAgent(),
                entries);
    }
}
