package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Timing;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

/// Reads traces of Langfuse, from the export of the traces table, the blob storage integration or a page of the
/// public API. They tell whose the calls of a trace are and nothing about the calls, so they are of use only beside
/// an export of observations, which lacks the session and, in the blob storage, all of it.
final class LangfuseTracesFormat implements LogFormat {
    static final String ID = "langfuse-traces";

    private static final Timing UNTOLD = new Timing(Instant.EPOCH, OptionalLong.empty(), OptionalLong.empty());
    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.GROUP, "id")
            .field(Field.CALL, "id")
            .field(Field.SESSION, "sessionId", "session_id")
            .field(Field.USER, "userId", "user_id")
            .field(Field.WORKLOAD, "metadata.workload", "metadata.feature", "metadata.use_case", "name")
            .field(Field.TAGS, "tags")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Langfuse traces, beside an export of observations";
    }

    @Override
    public String url() {
        return "https://langfuse.com/docs/api-and-data-platform/features/export-from-ui";
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
        return isTrace(head);
    }

    static boolean isTrace(Head head) {
        boolean trace = head.has("id", "timestamp", "bookmarked")
                || head.has("id", "timestamp", "tags", "release", "sessionId", "userId");
        return trace && !head.anywhere("usageDetails") && !head.anywhere("observations.traceId");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow told = new TrackedRow(row);
        sink.part(Parts.context(
                row, LangfuseFormat.ID, CallDraft.of(told).timing(UNTOLD).request()));
    }
}
