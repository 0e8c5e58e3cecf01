package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads JSON access logs of Envoy AI Gateway. The operator chooses the keys; these are those of the gateway's
/// documentation, `genai_…` for what the gateway knows of the model call. The documentation has no key for a provider:
/// backends are named by the operator.
///
/// `x-envoy-upstream-service-time` is the time to the answer's headers, not to its first token, and is not read.
final class EnvoyAiGatewayFormat implements LogFormat {
    private static final String MARK = "genai_";
    private static final String TOOL_PATH = "/mcp";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "start_time")
            .field(Field.LATENCY, "duration")
            .field(Field.MODEL, "genai_model_name_override", "genai_model_name")
            .field(Field.OPERATION, "x-envoy-origin-path", "x-envoy-original-path", "path")
            // A row of the gateway's MCP proxy names the method that was called.
            .field(Field.KIND, "mcp_method")
            .field(Field.INPUT_TOKENS, "genai_tokens_input")
            .field(Field.CACHE_READ_TOKENS, "genai_tokens_cached_input", "genai_tokens_input_cached")
            .field(Field.CACHE_WRITE_TOKENS, "genai_tokens_cache_creation_input")
            .field(Field.OUTPUT_TOKENS, "genai_tokens_output")
            .field(Field.REASONING_TOKENS, "genai_tokens_reasoning")
            .field(Field.HTTP_STATUS, "response_code")
            .field(Field.ERROR, "response_flags")
            .field(Field.REQUEST_ID, "x-request-id")
            .field(Field.SESSION, "x-session-id", "agent-session-id")
            .field(Field.USER, "x-user-id")
            .field(Field.TEAM, "x-team-id", "x-tenant-id")
            .field(Field.USER_AGENT, "user-agent")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE);

    /// What a flag tells more exactly than the status beside it, in order of weight:
    /// <https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage>
    private record Flags(Set<String> any, Outcome outcome) {}

    private static final List<Flags> FLAGS = List.of(
            // The client left, before or during the answer.
            new Flags(Set.of("DC"), Outcome.CANCELLED),
            // Upstream timeout, stream idle timeout, duration timeout, maximal stream duration.
            new Flags(Set.of("UT", "SI", "DT", "UMSDR"), Outcome.TIMEOUT),
            // The gateway's own limits and those of its rate limit service.
            new Flags(Set.of("RL", "RLSE"), Outcome.RATE_LIMITED));

    @Override
    public String id() {
        return "envoy-ai-gateway";
    }

    @Override
    public String title() {
        return "Envoy AI Gateway access log (JSON)";
    }

    @Override
    public String url() {
        return "https://aigateway.envoyproxy.io/docs/capabilities/observability/accesslogs";
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
        return head.has("start_time", "response_code")
                && head.header().stream().anyMatch(name -> name.startsWith(MARK));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        if (isToolCall(row)) {
            sink.ignored(Ignored.TOOL_CALL);
        } else if (Stream.of(Field.MODEL, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS)
                .allMatch(field -> row.text(field).isEmpty())) {
            sink.ignored(Ignored.OTHER_TRAFFIC);
        } else {
            TrackedRow tracked = new TrackedRow(row);
            sink.request(CallDraft.of(tracked)
                    .timing(Timings.inMillis(tracked))
                    .outcome(outcome(tracked))
                    .request());
        }
    }

    private static boolean isToolCall(Row<Field> row) {
        return row.text(Field.KIND).isPresent()
                || row.text(Field.OPERATION)
                        .filter(path -> path.equals(TOOL_PATH) || path.startsWith(TOOL_PATH + '/'))
                        .isPresent();
    }

    /// The status 0 of a call that never got an answer is none.
    private static Outcome outcome(TrackedRow row) {
        Optional<String> status = row.text(Field.HTTP_STATUS, code -> !code.equals("0"));
        List<String> told = row.list(Field.ERROR);
        for (Flags flags : FLAGS) {
            if (told.stream().anyMatch(flags.any()::contains)) {
                return flags.outcome();
            }
        }
        Optional<String> failure = told.isEmpty() || status.isPresent() ? Optional.empty() : Optional.of("failure");
        return Outcomes.of(status, Optional.empty(), failure);
    }
}
