package dev.batchable.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/// Calls as rows of LiteLLM's table `LiteLLM_SpendLogs`, without prompts: that is how the gateway stores them
/// unless told otherwise.
final class SpendLogs {
    private static final DateTimeFormatter IN_JSON = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN_CSV =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private SpendLogs() {}

    /// One JSON document a line.
    static String jsonLines(List<SampleCall> calls) {
        return calls.stream()
                .map(call -> JSON.writeValueAsString(row(call, IN_JSON)) + "\n")
                .collect(Collectors.joining());
    }

    /// As `COPY … TO … CSV HEADER` writes it: objects and arrays are JSON inside a cell.
    static String csv(List<SampleCall> calls) {
        StringBuilder csv = new StringBuilder();
        for (SampleCall call : calls) {
            Map<String, Object> row = row(call, IN_CSV);
            if (csv.isEmpty()) {
                csv.append(Csv.line(List.copyOf(row.keySet())));
            }
            csv.append(Csv.line(row.values().stream().map(SpendLogs::cell).toList()));
        }
        return csv.toString();
    }

    private static String cell(Object value) {
        return value instanceof Map || value instanceof List ? JSON.writeValueAsString(value) : value.toString();
    }

    private static Map<String, Object> row(SampleCall call, DateTimeFormatter time) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("request_id", call.marks().requestId());
        row.put("call_type", call.caller().callType());
        row.put("api_key", call.caller().keyId());
        row.put("spend", plain(call.cost()));
        row.put("total_tokens", call.tokens().prompt() + call.tokens().output());
        row.put("prompt_tokens", call.tokens().prompt());
        row.put("completion_tokens", call.tokens().output());
        putTimes(row, call.times(), time);
        row.put("model", call.model().loggedName());
        row.put("model_group", call.model().loggedName());
        row.put("custom_llm_provider", call.model().provider());
        row.put("api_base", call.model().apiBase());
        row.put("user", "default_user_id");
        row.put("metadata", metadata(call));
        row.put("cache_hit", call.marks().cacheHit() ? "True" : "False");
        row.put("cache_key", call.marks().cacheKey().orElse("Cache OFF"));
        row.put("request_tags", call.caller().tags());
        row.put("team_id", call.caller().team());
        row.put("end_user", call.marks().user().orElse(""));
        row.put("session_id", call.marks().session());
        row.put("status", call.ending().failed() ? "failure" : "success");
        return row;
    }

    private static void putTimes(Map<String, Object> row, SampleCall.Times times, DateTimeFormatter format) {
        Instant first = times.firstToken();
        row.put("startTime", format.format(times.start()));
        row.put("endTime", format.format(times.end()));
        row.put("completionStartTime", format.format(first));
        row.put("request_duration_ms", times.latencyMillis());
    }

    private static Map<String, Object> metadata(SampleCall call) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        call.caller().alias().ifPresent(alias -> {
            metadata.put("user_api_key_alias", alias);
            metadata.put("user_api_key_team_alias", call.caller().team());
        });
        metadata.put("user_agent", call.caller().userAgent());
        metadata.put("attempted_retries", call.ending().retries());
        if (call.ending().failed()) {
            metadata.put("error_information", error(call));
        }
        if (call.model().isBatch()) {
            metadata.put("batch_models", List.of(call.model().loggedName()));
            metadata.put("batch_successful_requests", call.requests());
            metadata.put("batch_failed_requests", 0);
        }
        metadata.put("additional_usage_values", cached(call.tokens()));
        return metadata;
    }

    private static Map<String, Object> error(SampleCall call) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error_code", String.valueOf(call.ending().status()));
        error.put("error_class", call.ending().errorClass());
        error.put("llm_provider", call.model().provider());
        return error;
    }

    private static Map<String, Object> cached(TokenCount tokens) {
        Map<String, Object> cached = new LinkedHashMap<>();
        cached.put("cache_read_input_tokens", tokens.cacheRead());
        cached.put("cache_creation_input_tokens", tokens.cacheWrite());
        return cached;
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
