package dev.batchable.input.format;

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
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenAiBatchOutputFormatTest implements FormatContract {
    @Override
    public String id() {
        return "openai-batch-output";
    }

    @Override
    public String sample() {
        return Samples.text("openai-batch-output/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(ReadOnce.text(sample()).collected().requests().get(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("chatcmpl-b1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.empty(), OptionalLong.empty()),
                        new ModelCall(
                                Optional.empty(),
                                Optional.of("gpt-4o-mini-2024-07-18"),
                                Operation.CHAT,
                                Tier.BATCH,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(200, 0, 0, 0, 50, 0)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.UNSTREAMED, OptionalInt.empty()),
                        Caller.NONE,
                        Set.of(
                                Field.START,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.STATUS,
                                Field.HTTP_STATUS,
                                Field.REQUEST_ID)));
    }

    @Test
    void readsResponsesAndLeavesOutWhatExpired() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.call().tier()).isEqualTo(Tier.BATCH));
        assertThat(read.collected().requests().get(1).tokens()).hasValue(new Tokens(400, 0, 0, 0, 90, 64));
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.NOT_RUN, 1L));
    }

    @Test
    void placesAFailedRequestOnlyByATimeWrittenBesideIt() {
        String failed = """
                {"custom_id": "a", %s"response": {"status_code": 400, "body": {"error": {"code": "invalid"}}}, "error": null}""";
        assertThat(ReadOnce.text(failed.formatted("")).collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("ts: found '', expected the time"));
        Collected timed =
                ReadOnce.text(failed.formatted("\"created_at\": 1791187200, ")).collected();
        assertThat(timed.requests().get(0).completion().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void refusesTheInputFileAndNamesTheOutputFile() {
        ReadOnce read = ReadOnce.text("""
                {"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "gpt-4o-mini"}}
                """);
        assertThat(read.result().fileProblems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.reason()).contains("the input file of an OpenAI batch", "output_file_id"));
    }
}
