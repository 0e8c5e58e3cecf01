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

class AnthropicBatchResultsFormatTest implements FormatContract {
    @Override
    public String id() {
        return "anthropic-batch-results";
    }

    @Override
    public String sample() {
        return Samples.text("anthropic-batch-results/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(ReadOnce.text(sample()).collected().requests().get(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("msg_b1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T08:00:00Z"), OptionalLong.empty(), OptionalLong.empty()),
                        new ModelCall(
                                Optional.empty(),
                                Optional.of("claude-opus-4-20250514"),
                                Operation.CHAT,
                                Tier.BATCH,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(111, 100, 0, 0, 36, 0)),
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
                                Field.REQUEST_ID)));
    }

    @Test
    void countsErrorsAsFailedAndLeavesOutWhatWasNotRun() {
        ReadOnce read = ReadOnce.text(sample());
        assertThat(read.collected().requests()).hasSize(2);
        assertThat(read.collected().requests().get(1).completion().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(read.summary().ignored()).isEqualTo(Map.of(Ignored.NOT_RUN, 2L));
    }

    @Test
    void refusesResultsWithoutTimesAndSaysHowToAddThem() {
        String untimed = sample().replace("\"created_at\": \"2026-10-05T08:00:00Z\", ", "");
        assertThat(ReadOnce.text(untimed).result().fileProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .contains("Anthropic batch results", "tell no time", "created_at", "jq"));
    }
}
