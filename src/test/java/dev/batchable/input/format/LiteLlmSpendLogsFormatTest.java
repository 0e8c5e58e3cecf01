package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Problem;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmSpendLogsFormatTest implements FormatContract {
    /// One call as LiteLLM 1.7x logs it with storage of prompts off: column → JSON value.
    private static final Map<String, String> CALL = call();

    @Override
    public String id() {
        return "litellm-spendlogs";
    }

    @Override
    public String sample() {
        return Samples.text("litellm-spendlogs/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        Request request = request("metadata", text("""
                        {"user_api_key_alias": "nightly", "user_api_key_team_alias": "finance",
                         "user_api_key_project_alias": "ledger", "user_agent": "python-httpx/0.28", "attempted_retries": 1,
                         "additional_usage_values": {"prompt_tokens_details": {"cached_tokens": 40},
                                                     "completion_tokens_details": {"reasoning_tokens": 5}}}"""));
        assertThat(request)
                .isEqualTo(new Request(
                        new Identity(
                                Optional.of("chatcmpl-1"), Optional.of("s-1"), Optional.of("u-9"), Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.100Z"),
                                OptionalLong.of(2_000),
                                OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("openai"),
                                Optional.of("openai/gpt-4o"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(100, 40, 0, 0, 20, 5)),
                        Optional.of(Money.usd("0.00045")),
                        new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.of(1)),
                        new Caller(
                                Optional.empty(),
                                Optional.of("nightly"),
                                Optional.of("5f0c"),
                                Optional.empty(),
                                Optional.of("ledger"),
                                Optional.of("finance"),
                                Optional.of("python-httpx/0.28"),
                                List.of("User-Agent: python-httpx", "blue")),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.COST,
                                Field.STATUS,
                                Field.RETRIES,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.USER_AGENT,
                                Field.KEY_ALIAS,
                                Field.KEY_ID,
                                Field.PROJECT,
                                Field.TEAM,
                                Field.TAGS)));
    }

    @Test
    void readsTheSameCallFromCsvFromAnArrayAndFromAnObjectInPlaceOfText() {
        String metadata = "{\"user_api_key_alias\":\"nightly\",\"attempted_retries\":0}";
        Map<String, String> call = with("metadata", metadata);
        Request expected = only(json(call));
        assertThat(only(json(with("metadata", text(metadata))))).isEqualTo(expected);
        assertThat(only("[" + json(call) + "]")).isEqualTo(expected);
        assertThat(only(csv(call))).isEqualTo(expected);
    }

    @Test
    void readsTheRowsOfAPageInsideItsEnvelope() {
        Collected read = ReadOnce.text("{\"data\": [" + json(CALL) + ", " + json(CALL) + "], \"total\": 2}")
                .collected();
        assertThat(read.requests()).hasSize(2);
    }

    @Test
    void knowsNothingThatAnExportWithoutJsonColumnsLeavesOut() {
        Map<String, String> call = with("team_id", "\"t-1\"");
        call.keySet().removeAll(Set.of("metadata", "request_tags", "messages", "response", "proxy_server_request"));
        Request request = only(csv(call));
        assertThat(request.present())
                .doesNotContain(Field.CACHE_READ_TOKENS, Field.RETRIES, Field.KEY_ALIAS, Field.USER_AGENT, Field.TAGS)
                .contains(Field.INPUT_TOKENS, Field.TEAM);
        assertThat(request.tokens()).hasValue(new Tokens(100, 0, 0, 0, 20, 0));
        assertThat(request.caller().team()).hasValue("t-1");
        assertThat(request.caller().keyAlias()).isEmpty();
        assertThat(request.completion().retries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05 08:00:00.500000, STREAMED, 400",
        "2026-10-05 08:00:02.080000, UNKNOWN, 1980",
        "2026-10-05 08:00:02.100000, UNKNOWN,",
        "2026-10-05 08:00:02.200000, UNKNOWN,",
        "2026-10-05 07:59:59.000000, UNKNOWN,",
        "'', UNKNOWN,",
    })
    void takesACallForStreamedOnlyWhereTheFirstTokenCameClearlyBeforeTheEnd(
            String firstToken, Streaming streaming, Long millis) {
        Request request = request("completionStartTime", text(firstToken));
        assertThat(request.completion().streaming()).isEqualTo(streaming);
        assertThat(request.timing().firstTokenMillis())
                .isEqualTo(millis == null ? OptionalLong.empty() : OptionalLong.of(millis));
        assertThat(request.present().contains(Field.FIRST_TOKEN)).isEqualTo(millis != null);
    }

    @ParameterizedTest
    @CsvSource({"true, STREAMED", "false, UNSTREAMED"})
    void believesTheStoredRequestAboutStreaming(String flag, Streaming streaming) {
        Request request = request("proxy_server_request", text("{\"model\": \"gpt-4o\", \"stream\": " + flag + "}"));
        assertThat(request.completion().streaming()).isEqualTo(streaming);
    }

    @Test
    void takesTheDurationWhereTheEndIsMissing() {
        Map<String, String> call = with("request_duration_ms", "1234");
        call.put("endTime", "null");
        assertThat(only(json(call)).timing().latencyMillis()).hasValue(1_234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"True\"", "\"true\"", "true"})
    void leavesOutWhatTheGatewaysCacheServed(String flag) {
        assertIgnored(with("cache_hit", flag), Ignored.GATEWAY_CACHE);
    }

    @Test
    void recognisesACacheHitByItsIdWhereTheColumnIsMissing() {
        Map<String, String> call = with("request_id", "\"chatcmpl-1_cache_hit1759651300.12\"");
        call.remove("cache_hit");
        assertIgnored(call, Ignored.GATEWAY_CACHE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"None\"", "\"False\"", "\"\"", "null"})
    void countsACallThatTheCacheDidNotServe(String flag) {
        assertThat(request("cache_hit", flag).present().contains(Field.CACHE_HIT))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acreate_batch", "aretrieve_batch", "retrieve_batch"})
    void countsABatchByTheRequestsItHeld(String callType) {
        Map<String, String> call = with("call_type", text(callType));
        call.put("metadata", text("{\"batch_successful_requests\": 1998, \"batch_failed_requests\": 2}"));
        Request request = only(json(call));
        assertThat(request.call().tier()).isEqualTo(Tier.BATCH);
        assertThat(request.call().count()).isEqualTo(2_000);
        assertThat(request.call().operation()).isEqualTo(Operation.UNKNOWN);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.UNSTREAMED);
        assertThat(request.timing().latencyMillis()).isEmpty();
        assertThat(request.present())
                .contains(Field.REQUEST_COUNT, Field.FAILED_COUNT)
                .doesNotContain(Field.LATENCY, Field.END, Field.FIRST_TOKEN);
    }

    @Test
    void countsABatchThatDoesNotTellItsRequestsAsOne() {
        Map<String, String> call = with("call_type", "\"aretrieve_batch\"");
        call.putAll(Map.of("prompt_tokens", "0", "completion_tokens", "0"));
        Request request = only(json(call));
        assertThat(request.call().count()).isEqualTo(1);
        assertThat(request.cost()).hasValue(Money.usd("0.00045"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acreate_batch", "aretrieve_batch", "alist_batches", "acancel_batch"})
    void leavesOutTheHandlingOfABatch(String callType) {
        Map<String, String> call = with("call_type", text(callType));
        call.putAll(Map.of("prompt_tokens", "0", "completion_tokens", "0", "spend", "0.0"));
        assertIgnored(call, Ignored.ADMINISTRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acreate_file", "afile_content", "create_file", "afile_delete"})
    void leavesOutTheHandlingOfFiles(String callType) {
        assertIgnored(with("call_type", text(callType)), Ignored.ADMINISTRATION);
    }

    @Test
    void leavesOutToolCalls() {
        assertIgnored(with("mcp_namespaced_tool_name", "\"crm/find_customer\""), Ignored.TOOL_CALL);
        assertIgnored(with("call_type", "\"call_mcp_tool\""), Ignored.TOOL_CALL);
        assertIgnored(with("call_type", "\"list_mcp_tools\""), Ignored.TOOL_CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "acompletion, CHAT", "completion, CHAT", "aresponses, CHAT", "anthropic_messages, CHAT",
        "agenerate_content, CHAT", "atext_completion, COMPLETION", "aembedding, EMBEDDING", "aimage_generation, IMAGE",
        "atranscription, AUDIO", "aspeech, AUDIO", "arerank, RERANK", "amoderation, MODERATION",
        "pass_through_endpoint, UNKNOWN", "allm_passthrough_route, UNKNOWN", "avector_store_search, OTHER",
                "'', UNKNOWN",
    })
    void tellsTheOperationByTheCallType(String callType, Operation operation) {
        assertThat(request("call_type", text(callType)).call().operation()).isEqualTo(operation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"additional_usage_values\": {\"cache_read_input_tokens\": 60, \"cache_creation_input_tokens\": 30}}",
                "{\"additional_usage_values\": {\"prompt_tokens_details\": {\"cached_tokens\": 60, \"cache_creation_tokens\": 30}}}",
                "{\"usage_object\": {\"cache_read_input_tokens\": 60, \"cache_creation_input_tokens\": 30}}",
                "{\"usage_object\": {\"prompt_tokens_details\": {\"cached_tokens\": 60, \"cache_creation_tokens\": 30}}}",
            })
    void findsCachedTokensWhereverTheMetadataKeepsThem(String metadata) {
        assertThat(request("metadata", text(metadata)).tokens()).hasValue(new Tokens(100, 60, 30, 0, 20, 0));
    }

    @Test
    void tellsWritesForAnHourApartFromTheOthers() {
        Request request = request("metadata", text("""
                        {"usage_object": {"cache_creation_input_tokens": 30,
                          "prompt_tokens_details": {"cache_creation_token_details": {"ephemeral_1h_input_tokens": 10}}}}"""));
        assertThat(request.tokens()).hasValue(new Tokens(100, 0, 20, 10, 20, 0));
    }

    @Test
    void addsCachedTokensThatThePromptCountLeftOut() {
        Request request = request(
                "metadata",
                text("{\"usage_object\": {\"cache_read_input_tokens\": 900, \"cache_creation_input_tokens\": 100}}"));
        assertThat(request.tokens()).hasValue(new Tokens(1_100, 900, 100, 0, 20, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "success, '', '', OK",
        "failure, 429, RateLimitError, RATE_LIMITED",
        "failure, 529, '', RATE_LIMITED",
        "failure, 408, Timeout, TIMEOUT",
        "failure, '', APITimeoutError, TIMEOUT",
        "failure, 499, '', CANCELLED",
        "failure, 400, BadRequestError, FAILED",
        "failure, '', '', FAILED",
        "'', 500, InternalServerError, FAILED",
        "'', '', '', UNKNOWN",
    })
    void tellsHowTheCallEndedByStatusAndError(String status, String code, String error, Outcome outcome) {
        Map<String, String> call = with("status", text(status));
        call.put(
                "metadata",
                text("{\"error_information\": {\"error_code\": \"" + code + "\", \"error_class\": \"" + error
                        + "\"}}"));
        assertThat(only(json(call)).completion().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"blue\", \"workload:invoices\"]",
                "[\"feature=invoices\"]",
                "[\"use_case: invoices\", \"workload:later\"]",
                "[\"Workload:invoices\"]",
            })
    void takesATagThatNamesTheWorkloadForTheWorkload(String tags) {
        Request request = request("request_tags", text(tags));
        assertThat(request.caller().workload()).hasValue("invoices");
        assertThat(request.present()).contains(Field.WORKLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spend_logs_metadata", "requester_metadata"})
    void takesANoteOfTheCallerForTheWorkload(String note) {
        for (String key : List.of("workload", "feature", "use_case")) {
            Request request =
                    request("metadata", text("{\"" + note + "\": {\"" + key + "\": \"invoices\", \"other\": \"x\"}}"));
            assertThat(request.caller().workload()).hasValue("invoices");
        }
    }

    @Test
    void keepsOtherTagsAsTagsAndNothingElse() {
        Request request = request("request_tags", text("[\"User-Agent: OpenAI/JS 4.1\", \"prod\"]"));
        assertThat(request.caller().tags()).containsExactly("User-Agent: OpenAI/JS 4.1", "prod");
        assertThat(request.caller().workload()).isEmpty();
        assertThat(request.caller().userAgent()).isEmpty();
    }

    @Test
    void takesNamesThatAllCallersShareForNobody() {
        Map<String, String> call = with("api_key", "\"litellm_proxy_master_key\"");
        call.put("end_user", "\"default_user_id\"");
        call.put("metadata", text("{\"user_api_key_alias\": \"litellm_proxy_master_key\"}"));
        Request request = only(json(call));
        assertThat(request.caller().keyId()).isEmpty();
        assertThat(request.caller().keyAlias()).isEmpty();
        assertThat(request.identity().user()).isEmpty();
        assertThat(request.present()).doesNotContain(Field.KEY_ID, Field.KEY_ALIAS, Field.USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "\"0\"", "0E-7"})
    void takesACostOfZeroForTokensAsMissing(String spend) {
        Request request = request("spend", spend);
        assertThat(request.cost()).isEmpty();
        assertThat(request.present()).doesNotContain(Field.COST);
    }

    @Test
    void believesACostOfZeroForNoTokens() {
        Map<String, String> call = with("spend", "0.0");
        call.putAll(Map.of("prompt_tokens", "0", "completion_tokens", "0", "status", "\"failure\""));
        assertThat(only(json(call)).cost())
                .hasValueSatisfying(cost -> assertThat(cost.amount()).isZero());
    }

    @Test
    void readsACostExactlyAsWritten() {
        assertThat(request("spend", "2.25e-05").cost().orElseThrow().amount()).isEqualByComparingTo("0.0000225");
    }

    @Test
    void takesNothingForARepeatKeyWhileCachingIsOff() {
        assertThat(request("cache_key", "\"Cache OFF\"").identity().repeatKey()).isEmpty();
        assertThat(request("cache_key", "\"5c0a9f\"").identity().repeatKey()).hasValue("5c0a9f");
    }

    @ParameterizedTest
    @CsvSource({"default, STANDARD", "flex, FLEX", "priority, PRIORITY", "something-new, UNKNOWN"})
    void readsTheTierThatTheStoredResponseTells(String tier, Tier expected) {
        Request request = request("response", text("{\"id\": \"x\", \"service_tier\": \"" + tier + "\"}"));
        assertThat(request.call().tier()).isEqualTo(expected);
        assertThat(request.present()).contains(Field.SERVICE_TIER);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bedrock-runtime.us-east-1.amazonaws.com, us-east-1",
        "https://europe-west4-aiplatform.googleapis.com/v1, europe-west4",
        "https://bedrock-runtime.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "https://api.openai.com/v1,",
        "https://my-eu-resource.openai.azure.com,",
    })
    void readsTheRegionOutOfTheBaseAddress(String address, String region) {
        Request request = request("api_base", text(address));
        assertThat(request.call().region()).isEqualTo(Optional.ofNullable(region));
        assertThat(request.present().contains(Field.REGION)).isEqualTo(region != null);
    }

    @ParameterizedTest
    @CsvSource({"bedrock_converse, bedrock", "vertex_ai, vertex", "azure, azure", "some_new_one, some_new_one", "'',"})
    void namesTheProviderCanonically(String spelling, String provider) {
        assertThat(request("custom_llm_provider", text(spelling)).call().provider())
                .isEqualTo(Optional.ofNullable(provider));
    }

    @Test
    void takesTheModelGroupWhereAFailedCallReachedNoModel() {
        Map<String, String> call = with("model", "\"\"");
        call.put("model_group", "\"smart\"");
        assertThat(only(json(call)).call().model()).hasValue("smart");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startTime|null|start: found '', expected the time at which it began",
                "startTime|\"yesterday\"|startTime: found 'yesterday', expected an ISO 8601 time",
                "spend|-0.5|spend: found '-0.5', expected an amount of at least 0",
                "prompt_tokens|-3|prompt_tokens: found '-3', expected a whole number",
                "endTime|\"2026-10-05 07:00:00\"|endTime: found '2026-10-05 07:00:00', expected a time not before the start",
            })
    void namesTheColumnOfAValueThatCannotBeUsed(String column, String value, String reason) {
        Collected read =
                ReadOnce.text(json(CALL) + "\n" + json(with(column, value))).collected();
        assertThat(read.requests()).hasSize(1);
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.reason()).startsWith(reason);
        });
    }

    @Test
    void surfacesEveryRowOfTheSampleOnce() {
        ReadOnce read = ReadOnce.text(sample());
        List<Request> requests = read.collected().requests();
        assertThat(requests).hasSize(6);
        assertThat(read.summary().ignored())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Ignored.GATEWAY_CACHE, 1L, Ignored.ADMINISTRATION, 2L, Ignored.TOOL_CALL, 1L));
        assertThat(requests.stream()
                        .mapToLong(request -> request.call().count())
                        .sum())
                .isEqualTo(2_005);
    }

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

    private static Map<String, String> with(String column, String json) {
        Map<String, String> call = new LinkedHashMap<>(CALL);
        call.put(column, json);
        return call;
    }

    private static Request request(String column, String json) {
        return only(json(with(column, json)));
    }

    private static Request only(String file) {
        Collected read = ReadOnce.text(file).collected();
        assertThat(read.problems()).extracting(Problem::reason).isEmpty();
        assertThat(read.requests()).hasSize(1);
        return read.requests().get(0);
    }

    private static void assertIgnored(Map<String, String> call, String reason) {
        ReadOnce read = ReadOnce.text(json(call));
        assertThat(read.collected().requests()).isEmpty();
        assertThat(read.summary().ignored()).isEqualTo(Map.of(reason, 1L));
    }

    private static String json(Map<String, String> call) {
        return call.entrySet().stream()
                .map(column -> "\"" + column.getKey() + "\": " + column.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /// As `COPY … TO STDOUT WITH (FORMAT csv, HEADER)` writes the row.
    private static String csv(Map<String, String> call) {
        String header = String.join(",", call.keySet());
        String row =
                call.values().stream().map(LiteLlmSpendLogsFormatTest::cell).collect(Collectors.joining(","));
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
    private static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
