package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.Samples;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaudeCodeTelemetryFormatTest implements FormatContract {
    @Override
    public String id() {
        return "claude-code-otel";
    }

    @Override
    public String sample() {
        return Samples.text("claude-code-otel/sample.jsonl");
    }

    @Test
    void readsOneCallWhole() {
        assertThat(OneFile.requests(sample()).get(0))
                .isEqualTo(new Request(
                        new Identity(Optional.of("req_011A"), Optional.of("s-1"), Optional.of("u-9"), Optional.empty()),
                        new Timing(
                                Instant.parse("2026-10-05T08:00:00.500Z"),
                                OptionalLong.of(3_500),
                                OptionalLong.empty()),
                        new ModelCall(
                                Optional.of("anthropic"),
                                Optional.of("claude-opus-4-7"),
                                Operation.CHAT,
                                Tier.STANDARD,
                                Optional.empty(),
                                1),
                        Optional.of(new Tokens(1_150, 1_000, 30, 0, 80, 0)),
                        Optional.of(Money.usd("0.0875")),
                        new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                        PlainCaller.of(
                                Optional.of("claude-code"),
                                Optional.empty(),
                                Optional.of("platform"),
                                Optional.of("claude-cli/2.1.162 (external, cli, iTerm.app)")),
                        Set.of(
                                Field.START,
                                Field.END,
                                Field.LATENCY,
                                Field.PROVIDER,
                                Field.MODEL,
                                Field.OPERATION,
                                Field.INPUT_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.CACHE_READ_TOKENS,
                                Field.CACHE_WRITE_TOKENS,
                                Field.COST,
                                Field.STATUS,
                                Field.REQUEST_ID,
                                Field.SESSION,
                                Field.USER,
                                Field.USER_AGENT,
                                Field.SERVICE,
                                Field.TEAM)));
    }

    @Test
    void countsARequestThatFailedForGood() {
        Request failed = OneFile.requests(sample()).get(1);
        assertThat(failed.completion().outcome()).isEqualTo(Outcome.RATE_LIMITED);
        assertThat(failed.tokens()).isEmpty();
        assertThat(failed.call().tier()).isEqualTo(Tier.PRIORITY);
        assertThat(failed.timing().start()).isEqualTo(Instant.parse("2026-10-05T08:00:08Z"));
        assertThat(failed.caller().userAgent()).hasValue("claude-cli/2.1.162 (external, non-interactive)");
    }

    @Test
    void leavesOutEventsOfOtherKinds() {
        assertThat(OneFile.ignored(sample())).isEqualTo(Map.of(Ignored.CONTEXT, 1L));
    }
}
