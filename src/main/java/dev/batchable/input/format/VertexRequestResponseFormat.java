package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Providers;
import dev.batchable.record.Streaming;
import dev.batchable.record.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads rows of the BigQuery table into which Vertex AI logs requests and responses, exported as JSON or CSV; the
/// JSON columns may come as text. Calls of Claude hold Anthropic's answers. A streamed answer is an array of its
/// chunks, of which the last usage counts.
///
/// `logging_time` is the end of the call. A sampling rate below 1 cannot be seen in the rows.
final class VertexRequestResponseFormat implements LogFormat {
    /// The answer, its chunks, those of Claude's that wrap a message, and the older name of the column.
    private static final List<String> ANSWERS =
            List.of("full_response.", "full_response.[*].", "full_response.[*].message.", "response_payload.[*].");
    private static final String LABELS = "full_request.labels.";
    private static final Pattern REGION =
            Pattern.compile("(?:locations/|//)([a-z]+(?:-[a-z]+[0-9]+)?)(?:-aiplatform|/|$)");
    private static final FieldTable<Field> TABLE = table();
    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.STREAM, Field.PROVIDER, Field.WORKLOAD);

    private static FieldTable<Field> table() {
        FieldTable.Builder<Field> table = FieldTable.<Field>builder()
                .field(Field.END, "logging_time")
                .field(Field.LATENCY, "metadata.request_latency")
                .field(Field.OPERATION, "api_method")
                .field(Field.TAGS, "full_request.labels")
                .field(Field.SERVICE, LABELS + "service", LABELS + "app", LABELS + "application")
                .field(Field.PROJECT, LABELS + "project")
                .field(Field.TEAM, LABELS + "team")
                .field(Field.USER, "full_request.metadata.user_id")
                .field(Field.REGION, "endpoint")
                .field(Field.ACCOUNT, "endpoint");
        ANSWERS.forEach(answer -> ProviderAnswerFields.answer(table, answer));
        return table.field(Field.MODEL, "model", "deployed_model_id")
                .field(Field.REQUEST_ID, "request_id")
                .build();
    }

    @Override
    public String id() {
        return "vertex-request-response";
    }

    @Override
    public String title() {
        return "Vertex AI request-response logging (BigQuery rows)";
    }

    @Override
    public String url() {
        return "https://docs.cloud.google.com/vertex-ai/generative-ai/docs/multimodal/request-response-logging";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return head.has("logging_time", "endpoint") && (head.has("full_response") || head.has("response_payload"));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        tracked.note(Field.PROVIDER);
        sink.request(ProviderAnswer.draft(tracked, timing(tracked))
                .provider(Optional.of(Providers.VERTEX))
                .operation(tracked.decoded(Field.OPERATION, VertexRequestResponseFormat::operation)
                        .orElse(Operation.UNKNOWN))
                .streaming(streaming(tracked))
                .region(tracked.decoded(Field.REGION, VertexRequestResponseFormat::region))
                .account(tracked.decoded(Field.ACCOUNT, ProviderAccounts::of))
                .request());
    }

    /// The answer tells when it was begun; else the latency before the end did.
    private static Timing timing(TrackedRow row) throws BadValueException {
        Optional<Instant> created = row.instant(Field.START);
        Optional<Instant> end = row.instant(Field.END);
        OptionalLong latency = TimeUnits.millis(row, Field.LATENCY, TimeUnits.IN_MILLIS);
        if (created.isPresent() && latency.isEmpty()) {
            return Timings.of(row, row.path(Field.LATENCY), OptionalLong.empty());
        }
        if (created.isEmpty() && (end.isEmpty() || latency.isEmpty())) {
            throw new BadValueException(
                    "metadata.request_latency", "", "the latency, since logging_time is the end of the call");
        }
        row.note(Field.START);
        return new Timing(
                created.orElseGet(() -> end.orElseThrow().minusMillis(latency.getAsLong())),
                latency,
                OptionalLong.empty());
    }

    /// Claude's messages come as raw predictions; no other model that is called so is logged.
    private static Optional<Operation> operation(String method) {
        return Optional.of(
                method.toLowerCase(Locale.ROOT).contains("rawpredict")
                        ? Operation.CHAT
                        : Operations.of(Optional.of(method)));
    }

    private static Streaming streaming(TrackedRow row) {
        Optional<String> method = row.text(Field.OPERATION);
        if (method.isEmpty()) {
            return Streaming.UNKNOWN;
        }
        row.note(Field.STREAM);
        return method.orElseThrow().toLowerCase(Locale.ROOT).contains("stream")
                ? Streaming.STREAMED
                : Streaming.UNSTREAMED;
    }

    private static Optional<String> region(String endpoint) {
        Matcher matcher = REGION.matcher(endpoint);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
