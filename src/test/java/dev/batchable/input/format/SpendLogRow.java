package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.Problem;
import dev.batchable.input.ReadOnce;
import dev.batchable.record.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Rows of LiteLLM's spend log.
final class SpendLogRow {
    /// One call as LiteLLM 1.7x logs it with storage of prompts off: column → JSON value.
    static final Map<String, String> CALL = call();

    private SpendLogRow() {}

    private static Map<String, String> call() {
        Map<String, String> call = new LinkedHashMap<>();
        call.put("request_id", "\"chatcmpl-1\"");
        call.put("session_id", "\"s-1\"");
        call.put("call_type", "\"acompletion\"");
        call.put("api_key", "\"5f0c\"");
        call.put("cache_hit", "\"None\"");
        call.put("startTime", "\"2026-10-05 08:00:00.100000\"");
        call.put("endTime", "\"2026-10-05 08:00:02.100000\"");
        call.put("completionStartTime", "\"2026-10-05 08:00:02.100000\"");
        call.put("model", "\"openai/gpt-4o\"");
        call.put("user", "\"default_user_id\"");
        call.put("team_id", "\"\"");
        call.put("metadata", "\"{}\"");
        call.put("cache_key", "\"Cache OFF\"");
        call.put("spend", "0.00045");
        call.put("total_tokens", "120");
        call.put("prompt_tokens", "100");
        call.put("completion_tokens", "20");
        call.put("request_tags", "\"[\\\"User-Agent: python-httpx\\\", \\\"blue\\\"]\"");
        call.put("end_user", "\"u-9\"");
        call.put("api_base", "\"\"");
        call.put("model_group", "\"gpt-4o\"");
        call.put("custom_llm_provider", "\"openai\"");
        call.put("messages", "\"{}\"");
        call.put("response", "\"{}\"");
        call.put("proxy_server_request", "\"{}\"");
        call.put("status", "\"success\"");
        call.put("mcp_namespaced_tool_name", "null");
        return call;
    }

    static Map<String, String> with(String column, String json) {
        Map<String, String> call = new LinkedHashMap<>(CALL);
        call.put(column, json);
        return call;
    }

    static Request request(String column, String json) {
        return only(json(with(column, json)));
    }

    static Request only(String file) {
        Collected read = ReadOnce.text(file).collected();
        assertThat(read.problems()).extracting(Problem::reason).isEmpty();
        assertThat(read.requests()).hasSize(1);
        return read.requests().get(0);
    }

    static void assertIgnored(Map<String, String> call, String reason) {
        ReadOnce read = ReadOnce.text(json(call));
        assertThat(read.collected().requests()).isEmpty();
        assertThat(read.summary().ignored()).isEqualTo(Map.of(reason, 1L));
    }

    static String json(Map<String, String> call) {
        return call.entrySet().stream()
                .map(column -> "\"" + column.getKey() + "\": " + column.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// As `COPY … TO STDOUT WITH (FORMAT csv, HEADER)` writes the row.
    static String csv(Map<String, String> call) {
        String header = String.join(",", call.keySet());
        String row = call.values().stream().map(SpendLogRow::cell).collect(Collectors.joining(","));
        return header + "\n" + row + "\n";
    }

    private static String cell(String json) {
        if (json.equals("null")) {
            return "";
        }
        String value = json.startsWith("\"")
                ? json.substring(1, json.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : json;
        return value.matches("[A-Za-z0-9 :./_-]*") ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    /// JSON text of a string.
    static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
