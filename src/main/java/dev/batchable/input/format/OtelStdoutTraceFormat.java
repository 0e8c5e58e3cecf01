package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads spans as the Go SDK's exporter for standard output writes them, a document each, pretty-printed or not.
final class OtelStdoutTraceFormat implements LogFormat {
    private static final FieldTable<Field> TABLE = SpanAttributes.table("Attributes.", "Resource.")
            .field(Field.GROUP, "SpanContext.TraceID")
            .field(Field.CALL, "SpanContext.SpanID")
            .field(Field.PARENT, "Parent.SpanID")
            .field(Field.WITNESS, "InstrumentationScope.Name", "InstrumentationLibrary.Name")
            .field(Field.NAME, "Name")
            .field(Field.START, "StartTime")
            .field(Field.END, "EndTime")
            .field(Field.STATUS, "Status.Code")
            .field(Field.ERROR, "Events.[*].Attributes.exception.type", "Status.Description")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    @Override
    public String id() {
        return "otel-stdouttrace";
    }

    @Override
    public String title() {
        return "OpenTelemetry traces of the Go SDK's stdout exporter";
    }

    @Override
    public String url() {
        return "https://pkg.go.dev/go.opentelemetry.io/otel/exporters/stdout/stdouttrace";
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
    public boolean claims(Head head) {
        return head.has("SpanContext.TraceID", "SpanContext.SpanID", "StartTime");
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
