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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the model invocation logs of Amazon Bedrock: the JSON lines in S3, and the same records as messages of
/// CloudWatch Logs (files of a subscription, `aws logs filter-log-events`, CSV of Logs Insights).
///
/// Of the bodies, which many accounts do not log, only the latency and the tier are read: the tokens there are those
/// of the record under other names.
final class BedrockInvocationsFormat implements LogFormat {
    private static final String KIND = "ModelInvocationLog";
    /// Where a record stands: by itself, in an event of CloudWatch Logs, in a cell of Logs Insights.
    private static final List<String> PLACES = List.of("message.", "@message.", "");

    private static final String BODY = "output.outputBodyJson.";
    /// The last event of an answer that was streamed by InvokeModelWithResponseStream.
    private static final String LAST_EVENT = BODY + FieldTable.ANY + ".amazon-bedrock-invocationMetrics.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, wherever("timestamp"))
            .field(Field.START, "@timestamp")
            .field(Field.LATENCY, wherever(BODY + "metrics.latencyMs", LAST_EVENT + "invocationLatency"))
            .field(Field.FIRST_TOKEN, wherever(LAST_EVENT + "firstByteLatency"))
            .field(Field.MODEL, wherever("modelId"))
            .field(Field.OPERATION, wherever("operation"))
            .field(Field.INPUT_TOKENS, wherever("input.inputTokenCount"))
            .field(Field.CACHE_READ_TOKENS, wherever("input.cacheReadInputTokenCount", "cacheReadInputTokenCount"))
            .field(Field.CACHE_WRITE_TOKENS, wherever("input.cacheWriteInputTokenCount", "cacheWriteInputTokenCount"))
            .field(Field.OUTPUT_TOKENS, wherever("output.outputTokenCount"))
            .field(Field.ERROR, wherever("errorCode"))
            .field(Field.SERVICE_TIER, wherever(BODY + "serviceTier.type", "performanceConfig.latency"))
            .field(Field.REGION, wherever("region", "inferenceRegion"))
            .field(Field.REQUEST_ID, wherever("requestId"))
            .field(Field.SESSION, metadata("session_id", "sessionId", "session", "conversation_id", "thread_id"))
            .field(Field.USER, metadata("user_id", "userId", "user", "end_user"))
            .field(Field.KEY_ALIAS, wherever("identity.arn"))
            .field(Field.SERVICE, metadata("service", "application", "app"))
            .field(Field.ACCOUNT, wherever("accountId"))
            .field(Field.PROJECT, metadata("project"))
            .field(Field.PROJECT, wherever("accountId"))
            .field(Field.TEAM, metadata("team", "department"))
            .field(Field.TAGS, wherever("requestMetadata"))
            // The message of a CloudWatch event, to tell other records from notices.
            .field(Field.DETAIL, "message", "@message")
            .build();

    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.PROVIDER, Field.STREAM, Field.WORKLOAD);

    private static String[] wherever(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> PLACES.stream().map(place -> place + path))
                .toArray(String[]::new);
    }

    private static String[] metadata(String... keys) {
        return wherever(Stream.of(keys).map(key -> "requestMetadata." + key).toArray(String[]::new));
    }

    @Override
    public String id() {
        return "bedrock-invocations";
    }

    @Override
    public String title() {
        return "Amazon Bedrock model invocation logs (S3 or CloudWatch Logs)";
    }

    @Override
    public String url() {
        return "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    /// Messages of CloudWatch inside arrays and cells are not looked into here; those that turn out to be other
    /// records are problems.
    @Override
    public boolean claims(Head head) {
        return Stream.of("", "message.", "@message.").anyMatch(place -> head.says(place + "schemaType", KIND))
                || (head.has("messageType") && head.anywhere("logEvents.message"))
                || (head.anywhere("events.message") && head.anywhere("events.ingestionTime"))
                || (head.shape() == Head.Shape.CSV && (head.has("@message") || head.has("modelId", "requestId")));
    }

    @Override
    public Nesting nesting() {
        return new Nesting(List.of(Set.of("logEvents", "events")));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        if (row.text(Field.MODEL).isPresent()) {
            sink.request(new BedrockRow(row).request());
        } else if (row.text(Field.DETAIL).filter(text -> !text.startsWith("{")).isPresent()) {
            // CloudWatch checks its subscriptions, and Bedrock its permissions, with a sentence.
            sink.ignored(Ignored.CONTEXT);
        } else {
            throw new BadValueException("modelId", "", "a model, as in every record of " + KIND);
        }
    }
}
