package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One span of a trace, whichever way it is written, seen through a table of [SpanAttributes].
final class Span {
    private static final Pattern STREAM = Pattern.compile("(?<!up|down)stream");
    private static final String UNSTREAMED = "dogenerate";

    private final Row<Field> raw;
    private final TrackedRow row;
    private final SpanKind kind;

    private Span(Row<Field> raw, SpanKind kind) {
        this.raw = raw;
        this.row = new TrackedRow(raw);
        this.kind = kind;
    }

    /// Most spans of a trace are none of a model: nothing is done for them but to find that out.
    ///
    /// @param format witness of a span that names no instrumentation library
    static void read(Row<Field> row, RecordSink sink, String format) throws BadValueException {
        SpanKind kind = SpanKind.of(row);
        switch (kind.role()) {
            case CALL -> sink.part(new Span(row, kind).part(format));
            case WRAPPER -> Parts.around(row, sink, format, Ignored.WRAPPER);
            case TOOL -> sink.ignored(Ignored.TOOL_CALL);
            case OTHER -> Parts.around(row, sink, format, Ignored.OTHER_SPAN);
        }
    }

    private Part part(String format) throws BadValueException {
        String trace = required(Field.GROUP, "the id of its trace");
        String span = required(Field.CALL, "the id by which others name it as parent");
        return Parts.call(raw, format, facts(trace + '-' + span));
    }

    private String required(Field field, String expected) throws BadValueException {
        return raw.text(field).orElseThrow(() -> row.bad(field, expected));
    }

    private Request facts(String ownId) throws BadValueException {
        Timing timing = timing();
        if (kind.operation() != Operation.UNKNOWN) {
            row.note(Field.OPERATION);
        }
        return CallDraft.of(row)
                .timing(timing)
                .provider(SpanProviders.of(row))
                .operation(kind.operation())
                .account(row.decoded(Field.ACCOUNT, ProviderAccounts::of))
                .outcome(SpanOutcome.of(row, timing.latencyMillis().isPresent()))
                .streaming(streaming(timing))
                .identity(identity(ownId))
                .request();
    }

    private Timing timing() throws BadValueException {
        // OpenTelemetry defines durations in seconds; the AI SDK writes its own in milliseconds.
        boolean millis = row.path(Field.FIRST_TOKEN).contains(".msTo");
        String unit = millis ? TimeUnits.IN_MILLIS : TimeUnits.IN_SECONDS;
        return Timings.of(row, Optional::empty, TimeUnits.millis(row, Field.FIRST_TOKEN, unit));
    }

    private Identity identity(String ownId) {
        Optional<String> responseId = row.text(Field.REQUEST_ID);
        row.note(Field.REQUEST_ID);
        return new Identity(
                responseId.or(() -> Optional.of(ownId)),
                row.text(Field.SESSION),
                row.text(Field.USER),
                Optional.empty());
    }

    /// The flag; else the name of the span or of the function, which says `stream` where it does.
    private Streaming streaming(Timing timing) throws BadValueException {
        Optional<Boolean> flag = row.flag(Field.STREAM)
                .or(() -> raw.text(Field.OPERATION).flatMap(Span::streams))
                .or(() -> raw.text(Field.NAME).flatMap(Span::streams));
        if (flag.isPresent()) {
            row.note(Field.STREAM);
            return flag.orElseThrow() ? Streaming.STREAMED : Streaming.UNSTREAMED;
        }
        return timing.firstTokenShowsStreaming() ? Streaming.STREAMED : Streaming.UNKNOWN;
    }

    private static Optional<Boolean> streams(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        if (text.endsWith(UNSTREAMED)) {
            return Optional.of(false);
        }
        return STREAM.matcher(text).find() ? Optional.of(true) : Optional.empty();
    }
}
