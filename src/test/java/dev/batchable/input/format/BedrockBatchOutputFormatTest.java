package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BedrockBatchOutputFormatTest implements FormatContract {
    @Override
    public String id() {
        return "bedrock-batch-output";
    }

    @Override
    public String sample() {
        return Samples.text("bedrock-batch-output/sample.jsonl");
    }

    private List<Request> requests() {
        return ReadOnce.text(sample()).collected().requests();
    }

    @Test
    void readsOneRecordWhole() {
        assertThat(requests().get(1))
                .isEqualTo(new Request(
                        new Identity(Optional.of("msg_bdrk_1"), Optional.empty(), Optional.empty(), Optional.empty()),
                        new Timing(Instant.parse("2026-10-05T01:00:00Z"), OptionalLong.empty(), OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("bedrock"),
                                Optional.of("us.anthropic.claude-haiku-4-5-20251001-v1:0"),
                                Operation.CHAT,
                                Tier.BATCH,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_250, 1_000, 50, 0, 40, 0)),
                        Optional.empty(),
                        new Completion(Outcome.OK, Streaming.UNSTREAMED, OptionalInt.empty()),
                        Caller.NONE,
                        EnumSet.of(
                                Field.START,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.STATUS,
                                Field.STREAM,
                                Field.SERVICE_TIER,
                                Field.REQUEST_ID)));
    }

    @Test
    void findsTheTokensOfEveryFamilyOfModels() {
        assertThat(requests())
                .extracting(request -> request.tokens().map(tokens -> tokens.input() + "/" + tokens.output()))
                .containsExactly(
                        Optional.of("80/30"),
                        Optional.of("1250/40"),
                        Optional.of("300/500"),
                        Optional.of("25/75"),
                        Optional.empty());
    }

    @Test
    void readsARecordThatFailedAsFailed() {
        Request failed = requests().get(4);
        assertThat(failed.completion().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.call().operation()).isEqualTo(Operation.EMBEDDING);
        assertThat(failed.call().tier()).isEqualTo(Tier.BATCH);
    }
}
