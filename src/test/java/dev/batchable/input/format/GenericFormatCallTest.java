package dev.batchable.input.format;

import static dev.batchable.input.format.GenericRow.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What well-known names tell of a call.
class GenericFormatCallTest {
    @ParameterizedTest
    @CsvSource({
        "latency_ms, 12, 12",
        "latency, 850, 850",
        "latency, 1.5, 1500",
        "duration_s, 2, 2000",
        "elapsed_seconds, 0.0005, 1",
        "duration_us, 1500, 2",
        "duration_ns, 1000000, 1",
        "response_time_ms, 1.4, 1",
        "total_duration_millis, 9, 9",
    })
    void tellsTheUnitOfALatencyByItsName(String name, String value, long millis) {
        assertThat(request(name, value).timing().latencyMillis()).hasValue(millis);
    }

    @Test
    void reckonsLatencyFromStartAndEndWhateverIsStored() {
        Request request = request("end_time,latency_ms", "2026-10-01T08:00:03Z,99");
        assertThat(request.timing().latencyMillis()).hasValue(3000);
        assertThat(request.present()).contains(Field.LATENCY, Field.END);
    }

    @Test
    void reckonsTheFirstTokenFromItsInstant() {
        Request request = request("end_time,completion_start_time", "2026-10-01T08:00:03Z,2026-10-01T08:00:01Z");
        assertThat(request.timing().firstTokenMillis()).hasValue(1000);
        assertThat(request.completion().streaming()).isEqualTo(Streaming.STREAMED);
    }

    @Test
    void believesAFlagMoreThanTheFirstToken() {
        assertThat(request("stream,latency_ms,ttft_ms", "false,1000,10")
                        .completion()
                        .streaming())
                .isEqualTo(Streaming.UNSTREAMED);
        assertThat(request("stream,latency_ms,ttft_ms", ",1000,990")
                        .completion()
                        .streaming())
                .isEqualTo(Streaming.UNKNOWN);
    }

    @Test
    void addsCachedTokensThatTheInputLeftOut() {
        assertThat(request("input_tokens,cached_tokens,cache_creation_input_tokens", "100,80,30")
                        .tokens())
                .contains(new Tokens(210, 80, 30, 0, 0, 0));
        assertThat(request("input_tokens,cached_tokens,cache_creation_input_tokens", "110,80,30")
                        .tokens())
                .contains(new Tokens(110, 80, 30, 0, 0, 0));
    }

    @Test
    void splitsCacheWritesByTheirTimeToLive() {
        assertThat(request("input_tokens,cache_creation_input_tokens,cache_write_1h_tokens", "100,30,20")
                        .tokens())
                .contains(new Tokens(100, 0, 10, 20, 0, 0));
        assertThat(request("input_tokens,cache_write_5m_tokens,cache_write_1h_tokens", "100,30,20")
                        .tokens())
                .contains(new Tokens(100, 0, 30, 20, 0, 0));
    }

    @Test
    void addsReasoningThatTheOutputLeftOut() {
        assertThat(request("output_tokens,reasoning_tokens", "10,25").tokens())
                .contains(new Tokens(0, 0, 0, 0, 35, 25));
    }

    @Test
    void keepsUnknownTokensApartFromNone() {
        assertThat(request("input_tokens,output_tokens", ",").tokens()).isEmpty();
        assertThat(request("input_tokens,output_tokens", "0,").present())
                .contains(Field.INPUT_TOKENS)
                .doesNotContain(Field.OUTPUT_TOKENS);
    }

    @ParameterizedTest
    @CsvSource({
        "http_status, 200, OK",
        "http_status, 429, RATE_LIMITED",
        "http_status, 529, RATE_LIMITED",
        "http_status, 408, TIMEOUT",
        "http_status, 504, TIMEOUT",
        "http_status, 499, CANCELLED",
        "http_status, 500, FAILED",
        "http_status, 400.0, FAILED",
        "status, success, OK",
        "status, 200, OK",
        "status, 429, RATE_LIMITED",
        "status, failure, FAILED",
        "status, rate_limited, RATE_LIMITED",
        "status, timeout, TIMEOUT",
        "status, cancelled, CANCELLED",
        "status, internal_error, FAILED",
        "status, pending, UNKNOWN",
        "status, '', UNKNOWN",
        "finish_reason, stop, OK",
        "error, RateLimitError, RATE_LIMITED",
        "error, request timed out, TIMEOUT",
        "error, client aborted, CANCELLED",
        "error, bad request, FAILED",
        "error, 503, FAILED",
        "error, none, UNKNOWN",
        "success, true, OK",
        "success, false, FAILED",
    })
    void tellsHowACallEnded(String name, String value, Outcome outcome) {
        assertThat(request(name, value).completion().outcome()).isEqualTo(outcome);
    }

    @Test
    void takesAnErrorBesideAGoodStatusForAFailure() {
        assertThat(request("http_status,error", "200,stream timeout")
                        .completion()
                        .outcome())
                .isEqualTo(Outcome.TIMEOUT);
        assertThat(request("http_status,error", "500,quota exceeded")
                        .completion()
                        .outcome())
                .isEqualTo(Outcome.RATE_LIMITED);
        assertThat(request("status,error", "success,").completion().outcome()).isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/embeddings, EMBEDDING",
        "aembedding, EMBEDDING",
        "/v1/completions, COMPLETION",
        "text_completion, COMPLETION",
        "acompletion, CHAT",
        "/v1/messages, CHAT",
        "responses, CHAT",
        "rerank, RERANK",
        "/v1/moderations, MODERATION",
        "image_generation, IMAGE",
        "/v1/audio/transcriptions, AUDIO",
        "execute_tool, OTHER",
        "'', UNKNOWN",
    })
    void tellsTheOperation(String text, Operation operation) {
        assertThat(request("operation", text).call().operation()).isEqualTo(operation);
    }

    @ParameterizedTest
    @CsvSource({
        "'', STANDARD",
        "default, STANDARD",
        "priority, PRIORITY",
        "batch, BATCH",
        "flex, FLEX",
        "scale, PROVISIONED",
        "gold, UNKNOWN"
    })
    void tellsTheTier(String text, Tier tier) {
        Request request = request("service_tier", text);
        assertThat(request.call().tier()).isEqualTo(tier);
        assertThat(request.present().contains(Field.SERVICE_TIER)).isEqualTo(!text.isEmpty());
    }

    @Test
    void takesTheCurrencyFromTheNameOfTheCost() {
        assertThat(request("cost_eur", "2").cost()).contains(new Money(BigDecimal.valueOf(2), "EUR"));
        assertThat(request("cost", "2").cost()).contains(Money.usd("2"));
    }

    @Test
    void findsTheWorkloadAmongTheTags() {
        Request request = request("tags", "\"[\"\"User-Agent: curl\"\", \"\"feature=triage\"\"]\"");
        assertThat(request.caller().workload()).contains("triage");
        assertThat(request.caller().tags()).containsExactly("User-Agent: curl", "feature=triage");
        assertThat(request.present()).contains(Field.WORKLOAD, Field.TAGS);
        assertThat(request("tags", "\"{\"\"use-case\"\": \"\"faq\"\", \"\"n\"\": 1}\"")
                        .caller()
                        .workload())
                .contains("faq");
        assertThat(request("tags", "workload").caller().workload()).isEmpty();
    }
}
