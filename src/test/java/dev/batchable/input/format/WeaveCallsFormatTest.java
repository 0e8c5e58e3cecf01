package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
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

class WeaveCallsFormatTest implements FormatContract {
    private static final String IDS = "0192b7c2-0000-7000-8000-0000000000";

    @Override
    public String id() {
        return "weave-calls";
    }

    @Override
    public String sample() {
        return Samples.text("weave-calls/sample.jsonl");
    }

    private List<Part> parts() {
        return ReadOnce.text(sample()).collected().parts();
    }

    /// A call with this op and this output.
    private static String call(String op, String output) {
        return "{\"id\":\"b\",\"trace_id\":\"a\",\"op_name\":\"weave:///acme/support/op/" + op + ":v1\","
                + "\"started_at\":\"2026-11-02T08:00:00Z\",\"ended_at\":\"2026-11-02T08:00:01Z\",\"output\":" + output
                + "}";
    }

    @Test
    void readsOneCallWhole() {
        assertThat(parts().get(0))
                .isEqualTo(new Part(
                        IDS + "0a",
                        new SourceRef("in", 2),
                        Part.Role.CALL,
                        IDS + "02",
                        Optional.of(IDS + "01"),
                        "weave-calls",
                        new Request(
                                new Identity(
                                        Optional.of("chatcmpl-9"),
                                        Optional.of("th-1"),
                                        Optional.of("u-7"),
                                        Optional.empty()),
                                new Timing(
                                        Instant.parse("2026-11-02T08:00:00.5Z"),
                                        OptionalLong.of(2000),
                                        OptionalLong.empty()),
                                new ModelCall(
                                        Optional.of("openai"),
                                        Optional.of("gpt-4.1-2025-04-14"),
                                        Operation.CHAT,
                                        Tier.STANDARD,
                                        Optional.empty(),
                                        1),
                                Optional.of(new Tokens(1000, 400, 0, 0, 200, 50)),
                                Optional.empty(),
                                new Completion(Outcome.OK, Streaming.UNSTREAMED, OptionalInt.empty()),
                                new Caller(
                                        Optional.of("triage"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("acme/support"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of("nightly")),
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
                                        Field.STATUS,
                                        Field.STREAM,
                                        Field.SERVICE_TIER,
                                        Field.REQUEST_ID,
                                        Field.SESSION,
                                        Field.USER,
                                        Field.WORKLOAD,
                                        Field.PROJECT,
                                        Field.TAGS))));
    }

    @Test
    void takesUsageRolledUpToAParentForThatOfItsCalls() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.WRAPPER, 1L));
        assertThat(read.collected().parts())
                .extracting(Part::call)
                .containsExactly(IDS + "02", IDS + "03", IDS + "04", IDS + "05");
    }

    @Test
    void addsCachedTokensToTheInputOfAnthropic() {
        Request facts = parts().get(1).facts();
        assertThat(facts.tokens()).hasValue(new Tokens(330, 10, 100, 200, 90, 0));
        assertThat(facts.call().provider()).hasValue("anthropic");
    }

    @Test
    void addsNothingWhereLiteLlmTellsTheSameNames() {
        Request facts = Spans.only(call(
                        "litellm.completion",
                        "{\"model\":\"claude-sonnet-4-5\",\"usage\":{\"prompt_tokens\":330,\"completion_tokens\":90,"
                                + "\"cache_read_input_tokens\":10,\"cache_creation_input_tokens\":300}}"))
                .facts();
        assertThat(facts.tokens()).hasValue(new Tokens(330, 10, 300, 0, 90, 0));
        assertThat(facts.call().provider()).isEmpty();
    }

    @Test
    void addsNothingToTheInputOfOpenAiResponses() {
        Request facts = Spans.only(call(
                        "openai.responses.create",
                        "{\"usage\":{\"input_tokens\":330,\"output_tokens\":90,"
                                + "\"input_tokens_details\":{\"cached_tokens\":10}}}"))
                .facts();
        assertThat(facts.tokens()).hasValue(new Tokens(330, 10, 0, 0, 90, 0));
        assertThat(facts.call().operation()).isEqualTo(Operation.CHAT);
    }

    @Test
    void addsTheThoughtsToTheOutputOfGemini() {
        Request facts = Spans.only(call(
                        "google.genai.models.Models.generate_content",
                        "{\"model_version\":\"gemini-2.5-flash\",\"usage_metadata\":{\"prompt_token_count\":100,"
                                + "\"candidates_token_count\":20,\"thoughts_token_count\":5}}"))
                .facts();
        assertThat(facts.tokens()).hasValue(new Tokens(100, 0, 0, 0, 25, 5));
        assertThat(facts.call().model()).hasValue("gemini-2.5-flash");
    }

    @Test
    void countsFailedCallsOfModelLibrariesOnly() {
        Request failed = parts().get(3).facts();
        assertThat(failed.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(failed.tokens()).isEmpty();
        String own = call("answer_ticket", "null,\"exception\":\"RateLimitError\"");
        assertThat(ReadOnce.text(own).summary().ignored()).isEqualTo(Map.of(Ignored.WRAPPER, 1L));
    }

    @Test
    void readsCallsInsideAPage() {
        String call = sample().lines().toList().get(1);
        assertThat(Spans.only("{\"calls\": [" + call + "]}").facts())
                .isEqualTo(parts().get(0).facts());
    }

    @Test
    void readsFlattenedColumns() {
        Request facts = Spans.only("""
                        id,trace_id,op_name,started_at,ended_at,output.model,output.usage.prompt_tokens,output.usage.completion_tokens
                        b,a,weave:///acme/support/op/openai.chat.completions.create:v1,2026-11-02T08:00:00Z,,gpt-4.1,12,3
                        """).facts();
        assertThat(facts.tokens()).hasValue(new Tokens(12, 0, 0, 0, 3, 0));
        assertThat(facts.call().provider()).hasValue("openai");
    }
}
