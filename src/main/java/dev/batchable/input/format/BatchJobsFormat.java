package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.BatchJob;
import dev.batchable.record.BatchJob.End;
import dev.batchable.record.Field;
import dev.batchable.record.Providers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads lists of batch jobs as the batch APIs give them, for how long results take: OpenAI's and those in
/// its language, Anthropic's, Bedrock's, Vertex AI's and Gemini's. They hold no calls; the jobs' output files
/// do.
final class BatchJobsFormat implements LogFormat {
    private static final Nesting LISTS = new Nesting(
            List.of(Set.of("data", "invocationJobSummaries", "batchPredictionJobs", "operations", "batches")));

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.UNIT, "jobArn", "name", "id")
            .field(Field.START, "created_at", "submitTime", "createTime", "metadata.createTime")
            .field(Field.END, "completed_at", "ended_at", "endTime", "metadata.endTime")
            .field(Field.STATUS, "status", "processing_status", "state", "metadata.state")
            .field(Field.KIND, "type")
            .field(Field.PROVIDER, "provider")
            .field(Field.ORIGIN, "input_blob")
            .field(Field.MODEL, "model", "modelId", "metadata.model")
            .field(Field.REQUEST_COUNT, "total_requests")
            .field(Field.FAILED_COUNT, "request_counts.expired")
            .field(Field.DETAIL, "request_counts.canceled")
            .build();

    @Override
    public String id() {
        return "batch-jobs";
    }

    @Override
    public String title() {
        return "Lists of batch jobs (OpenAI, Azure OpenAI, Anthropic, Bedrock, Vertex AI, Gemini, Mistral)";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/docs/api-reference/batch/list";
    }

    /// Of calls nothing.
    @Override
    public Set<Field> provides() {
        return Set.of();
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        if (head.shape() == Head.Shape.CSV) {
            return false;
        }
        Set<String> seen = LISTS.seenByUnits(head);
        return List.of(
                        Set.of("completion_window", "created_at", "status"),
                        Set.of("total_requests", "created_at", "status", "input_files"),
                        Set.of("processing_status", "created_at", "expires_at"),
                        Set.of("jobArn", "submitTime", "status"),
                        Set.of("createTime", "state", "inputConfig"),
                        Set.of("metadata.createTime", "metadata.state", "name"))
                .stream()
                .anyMatch(seen::containsAll);
    }

    @Override
    public Nesting nesting() {
        return LISTS;
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        Optional<End> end = end(row);
        Optional<Instant> ended = row.instant(Field.END);
        Instant submitted = submitted(row);
        if (end.isEmpty() || (end.get() == End.DONE && ended.isEmpty())) {
            sink.ignored(Ignored.ADMINISTRATION);
            return;
        }
        Optional<Duration> lasted =
                ended.filter(time -> end.get() == End.DONE).map(time -> Duration.between(submitted, time));
        if (lasted.filter(Duration::isNegative).isPresent()) {
            throw new BadValueException("completed_at", row.text(Field.END).orElse(""), "a time not before the start");
        }
        String id = row.text(Field.UNIT).orElseGet(submitted::toString);
        sink.batchJob(new BatchJob(provider(row), id, submitted, end.get(), lasted, model(row)));
    }

    /// `models/gemini-2.5-flash` or a whole ARN stands for what is behind its last slash.
    private static Optional<String> model(Row<Field> row) {
        return row.text(Field.MODEL)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(name -> !name.isBlank());
    }

    private static Instant submitted(Row<Field> row) throws BadValueException {
        Optional<Instant> submitted = row.instant(Field.START);
        if (submitted.isEmpty()) {
            throw new BadValueException("created_at", "", "the time at which the job was submitted");
        }
        return submitted.get();
    }

    /// Empty while it runs. On Bedrock a job is partially completed when not all records were processed in
    /// time; Anthropic's jobs end in one way and count what became of their requests.
    private static Optional<End> end(Row<Field> row) throws BadValueException {
        String status = row.text(Field.STATUS).orElse("").toUpperCase(Locale.ROOT);
        if (status.contains("EXPIRED") || status.contains("TIMEOUT") || status.equals("PARTIALLYCOMPLETED")) {
            return Optional.of(End.EXPIRED);
        }
        if (status.contains("CANCELLED") || status.contains("CANCELED") || status.equals("STOPPED")) {
            return Optional.of(End.CANCELLED);
        }
        if (status.contains("FAILED")) {
            return Optional.of(End.FAILED);
        }
        return status.contains("COMPLETED") || status.contains("SUCCE") || status.equals("SUCCESS")
                ? Optional.of(End.DONE)
                : counted(row, status);
    }

    private static Optional<End> counted(Row<Field> row, String status) throws BadValueException {
        if (!status.equals("ENDED")) {
            return Optional.empty();
        }
        if (row.count(Field.FAILED_COUNT).orElse(0) > 0) {
            return Optional.of(End.EXPIRED);
        }
        return Optional.of(row.count(Field.DETAIL).orElse(0) > 0 ? End.CANCELLED : End.DONE);
    }

    /// A job in OpenAI's language may be of another provider; a `provider` beside it says so.
    private static String provider(Row<Field> row) {
        return row.decoded(Field.PROVIDER, Providers::canonical)
                .or(() -> row.text(Field.KIND).filter("message_batch"::equals).map(kind -> Providers.ANTHROPIC))
                .or(() -> row.text(Field.ORIGIN).map(blob -> Providers.AZURE))
                .or(() -> row.text(Field.REQUEST_COUNT).map(count -> "mistral"))
                .or(() -> row.text(Field.UNIT).map(BatchJobsFormat::named))
                .orElse(Providers.OPENAI);
    }

    private static String named(String name) {
        if (name.startsWith("arn:")) {
            return Providers.BEDROCK;
        }
        if (name.contains("/batchPredictionJobs/")) {
            return Providers.VERTEX;
        }
        return name.startsWith("batches/") ? Providers.GEMINI : Providers.OPENAI;
    }
}
