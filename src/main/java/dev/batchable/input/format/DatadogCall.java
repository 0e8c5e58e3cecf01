package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One span of Datadog's on its way to a request. Users, errors and services stand among its tags as `key:value`.
final class DatadogCall {
    /// Estimated costs are billionths of a dollar.
    private static final int NANO_DOLLARS = 9;
    /// What stands for a model or provider that was not given.
    private static final String NOT_GIVEN = "custom";
    private static final List<String> USERS = List.of("user_id", "usr.id", "user.id", "user_handle");

    private final TrackedRow row;
    private final List<String> tags;

    DatadogCall(Row<Field> row) {
        this.row = new TrackedRow(row);
        tags = row.list(Field.TAGS);
    }

    Request request(Operation operation) throws BadValueException {
        row.note(Field.OPERATION);
        Optional<Tokens> used = TokenCounts.read(row);
        Optional<BigDecimal> nanos = row.decimal(Field.COST);
        return CallDraft.of(row)
                .timing(timing())
                .provider(row.decoded(Field.PROVIDER, DatadogCall::provider))
                .model(row.text(Field.MODEL, model -> !model.equals(NOT_GIVEN)))
                .operation(operation)
                .tokens(used)
                .cost(Costs.of(row, nanos.map(cost -> cost.movePointLeft(NANO_DOLLARS)), used))
                .outcome(outcome())
                .identity(identity())
                .caller(caller())
                .request();
    }

    private static Optional<String> provider(String name) {
        return name.equals(NOT_GIVEN) ? Optional.empty() : SpanProviders.named(name);
    }

    private Timing timing() throws BadValueException {
        OptionalLong firstToken = TimeUnits.millis(row, Field.FIRST_TOKEN, TimeUnits.IN_SECONDS);
        return Timings.of(row, TimeUnits.IN_NANOS, firstToken);
    }

    private Outcome outcome() {
        Optional<String> error =
                row.text(Field.ERROR).or(() -> tagged(Field.ERROR, List.of("error.type", "error_type")));
        return Outcomes.of(Optional.empty(), row.text(Field.STATUS), error);
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION).or(() -> tagged(Field.SESSION, List.of("session_id"))),
                row.text(Field.USER).or(() -> tagged(Field.USER, USERS)),
                Optional.empty());
    }

    private Optional<String> tagged(Field field, List<String> keys) {
        return row.noted(
                field,
                keys.stream().flatMap(key -> Tags.value(tags, key).stream()).findFirst());
    }

    /// Without the tags that name the user.
    private Caller caller() {
        Caller told = Callers.of(row);
        List<String> shown = told.tags().stream()
                .filter(tag -> USERS.stream().noneMatch(key -> tag.startsWith(key + ':')))
                .toList();
        return new Caller(
                told.workload(),
                told.keyAlias(),
                told.keyId(),
                told.service().or(() -> tagged(Field.SERVICE, List.of("service"))),
                told.project(),
                told.team(),
                told.userAgent(),
                shown);
    }
}
