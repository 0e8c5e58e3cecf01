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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One event of Claude Code that tells of a call.
final class ClaudeCodeEvent {
    private final Row<Field> raw;
    private final TrackedRow row;

    ClaudeCodeEvent(Row<Field> raw) {
        this.raw = raw;
        row = new TrackedRow(raw);
    }

    /// @param event what the event's name says of the end
    Request request(Outcome event) throws BadValueException {
        row.note(Field.OPERATION);
        return CallDraft.of(row)
                .timing(timing())
                .provider(provider())
                .operation(Operation.CHAT)
                .tokens(TokenCounts.readAddingCache(row))
                .outcome(outcome(event))
                .identity(new Identity(
                        row.text(Field.REQUEST_ID), row.text(Field.SESSION), row.text(Field.USER), Optional.empty()))
                .caller(caller())
                .request();
    }

    private Timing timing() throws BadValueException {
        Optional<Instant> end = row.instant(Field.END);
        if (end.isEmpty()) {
            throw row.bad(Field.END, "the time of the event");
        }
        row.note(Field.START);
        OptionalLong latency = TimeUnits.millis(row, Field.LATENCY, row.path(Field.LATENCY));
        return new Timing(end.orElseThrow().minusMillis(latency.orElse(0)), latency, OptionalLong.empty());
    }

    private Optional<String> provider() {
        return row.noted(Field.PROVIDER, raw.text(Field.REQUEST_ID).flatMap(ClaudeCode::provider));
    }

    private Outcome outcome(Outcome event) {
        row.note(Field.STATUS);
        return event == Outcome.OK
                ? Outcome.OK
                : Outcomes.of(row.text(Field.HTTP_STATUS), Optional.of("error"), row.text(Field.ERROR));
    }

    private Caller caller() {
        List<String> marks = Stream.of(raw.text(Field.USER_AGENT), raw.text(Field.ORIGIN))
                .flatMap(Optional::stream)
                .toList();
        row.note(Field.USER_AGENT);
        String agent = ClaudeCode.userAgent(raw.text(Field.VERSION), marks);
        return PlainCaller.of(row.text(Field.SERVICE), Optional.empty(), row.text(Field.TEAM), Optional.of(agent));
    }
}
