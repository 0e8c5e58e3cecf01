package dev.batchable.input.format;

import static dev.batchable.input.format.SpendLogRow.json;
import static dev.batchable.input.format.SpendLogRow.only;
import static dev.batchable.input.format.SpendLogRow.request;
import static dev.batchable.input.format.SpendLogRow.text;
import static dev.batchable.input.format.SpendLogRow.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a row of LiteLLM's spend log tells of its call.
class LiteLlmSpendLogsCallTest {
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
}
