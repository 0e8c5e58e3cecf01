package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the events that Claude Code sends as OpenTelemetry logs, as a collector's file exporter writes them.
///
/// An event is sent when the answer is there, so that the call began as long before it as it took.
final class ClaudeCodeTelemetryFormat implements LogFormat {
    /// Stands before the name of an event in the body and not in the attribute.
    private static final String PREFIX = "claude_code.";

    private static final String RECORDS = "resourceLogs.scopeLogs.logRecords.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.END, "attributes.event.timestamp", "timeUnixNano", "observedTimeUnixNano")
            .field(Field.LATENCY, "attributes.duration_ms")
            .field(Field.MODEL, "attributes.model")
            .field(Field.INPUT_TOKENS, "attributes.input_tokens")
            .field(Field.OUTPUT_TOKENS, "attributes.output_tokens")
            .field(Field.CACHE_READ_TOKENS, "attributes.cache_read_tokens")
            .field(Field.CACHE_WRITE_TOKENS, "attributes.cache_creation_tokens")
            .field(Field.COST, "attributes.cost_usd")
            .field(Field.HTTP_STATUS, "attributes.status_code")
            .field(Field.ERROR, "attributes.error")
            .field(Field.REQUEST_ID, "attributes.request_id")
            .field(Field.SESSION, "attributes.session.id", "resource.attributes.session.id")
            .field(Field.USER, "attributes.user.account_uuid", "attributes.user.id")
            .field(Field.USER_AGENT, "attributes.app.entrypoint")
            .field(Field.SERVICE, "resource.attributes.service.name")
            .field(Field.TEAM, "resource.attributes.team.id", "resource.attributes.department")
            .field(Field.NAME, "attributes.event.name", "body.stringValue", "body", "eventName")
            .field(Field.ORIGIN, "attributes.terminal.type")
            .field(Field.TIER_FLAG, "attributes.speed")
            .field(Field.VERSION, "attributes.app.version", "resource.attributes.service.version", "scope.version")
            .build();

    private static final Set<Field> PROVIDED =
            Provided.by(TABLE, Field.START, Field.PROVIDER, Field.OPERATION, Field.STATUS, Field.SERVICE_TIER);

    @Override
    public String id() {
        return "claude-code-otel";
    }

    @Override
    public String title() {
        return "Claude Code telemetry (OpenTelemetry logs)";
    }

    @Override
    public String url() {
        return "https://code.claude.com/docs/en/monitoring-usage";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    /// Agents of other makers name session and event alike, but not these.
    @Override
    public boolean claims(Head head) {
        return head.anywhere(RECORDS + "attributes.session.id")
                && Stream.of("prompt.id", "event.sequence", "terminal.type", "app.version", "cost_usd")
                        .anyMatch(key -> head.anywhere(RECORDS + "attributes." + key));
    }

    @Override
    public Nesting nesting() {
        return Nesting.of("resourceLogs", "scopeLogs", "logRecords");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        String event = row.text(Field.NAME).orElse("");
        switch (event.startsWith(PREFIX) ? event.substring(PREFIX.length()) : event) {
            case "api_request" -> sink.request(new ClaudeCodeEvent(row).request(Outcome.OK));
            case "api_error" -> sink.request(new ClaudeCodeEvent(row).request(Outcome.FAILED));
            default -> sink.ignored(Ignored.CONTEXT);
        }
    }
}
