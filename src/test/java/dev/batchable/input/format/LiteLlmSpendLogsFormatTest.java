package dev.batchable.input.format;

import static dev.batchable.input.format.SpendLogRow.CALL;
import static dev.batchable.input.format.SpendLogRow.assertIgnored;
import static dev.batchable.input.format.SpendLogRow.csv;
import static dev.batchable.input.format.SpendLogRow.json;
import static dev.batchable.input.format.SpendLogRow.only;
import static dev.batchable.input.format.SpendLogRow.request;
import static dev.batchable.input.format.SpendLogRow.text;
import static dev.batchable.input.format.SpendLogRow.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Collected;
import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteLlmSpendLogsFormatTest implements FormatContract {
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
}
