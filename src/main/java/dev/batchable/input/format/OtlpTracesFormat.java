package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads OpenTelemetry traces as OTLP JSON: a document a line as the collector's file exporter writes it, one document
/// as Tempo (`batches`) and Jaeger (`result`) hand it out, or an array of them. Spans of model calls are parts of
/// their traces; see [SpanKind] for which those are and [SpanAttributes] for what they tell.
final class OtlpTracesFormat implements LogFormat {
    private static final FieldTable<Field> TABLE = SpanAttributes.table("attributes.", "resource.attributes.")
            .field(Field.GROUP, "traceId")
            .field(Field.CALL, "spanId")
            .field(Field.PARENT, "parentSpanId")
            .field(Field.WITNESS, "scope.name", "instrumentationLibrary.name")
            .field(Field.NAME, "name")
            .field(Field.START, "startTimeUnixNano")
            .field(Field.END, "endTimeUnixNano")
            .field(Field.STATUS, "status.code")
            .field(Field.ERROR, "events.[*].attributes.exception.type", "status.message")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    private static final Set<String> SCOPES = Set.of("scopeSpans", "instrumentationLibrarySpans");
    private static final Set<String> RESOURCES =
            Set.of("resourceSpans", "batches", "trace.resourceSpans", "trace.batches", "result.resourceSpans");

    @Override
    public String id() {
        return "otlp-traces";
    }

    @Override
    public String title() {
        return "OpenTelemetry traces as OTLP JSON (GenAI, OpenInference, OpenLLMetry, Vercel AI SDK)";
    }

    @Override
    public String url() {
        return "https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public Nesting nesting() {
        return new Nesting(List.of(RESOURCES, SCOPES, Set.of("spans")));
    }

    /// Any trace: the first model call may come long after the head.
    @Override
    public boolean claims(Head head) {
        return SCOPES.stream()
                .flatMap(scopes ->
                        Stream.concat(Stream.of(scopes), RESOURCES.stream().map(resources -> resources + '.' + scopes)))
                .anyMatch(head::anywhere);
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        Span.read(row, sink, id());
    }
}
