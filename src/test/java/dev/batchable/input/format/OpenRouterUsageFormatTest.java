package dev.batchable.input.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenRouterUsageFormatTest implements FormatContract {
    @Override
    public String id() {
        return "openrouter-usage";
    }

    @Override
    public String sample() {
        return Samples.text("openrouter-usage/sample.json");
    }

    @Test
    void readsOneDayOfOneEndpointWhole() {
        assertThat(buckets(sample()).get(0))
                .isEqualTo(new UsageBucket(
                        Instant.parse("2026-09-30T00:00:00Z"),
                        Duration.ofDays(1),
                        new ModelCall(
                                Optional.of("openrouter"),
                                Optional.of("openai/gpt-5-mini-2025-08-07"),
                                Operation.UNKNOWN,
                                Tier.UNKNOWN,
                                Optional.empty(),
                                1),
                        OptionalLong.of(50),
                        Optional.of(new Tokens(400000, 0, 0, 0, 75000, 25000)),
                        Optional.of(Money.usd("0.25")),
                        Caller.NONE,
                        Set.of(
                                Field.START,
                                Field.BUCKET_SECONDS,
                                Field.MODEL,
                                Field.INPUT_TOKENS,
                                Field.OUTPUT_TOKENS,
                                Field.REASONING_TOKENS,
                                Field.COST,
                                Field.BYOK_COST,
                                Field.REQUEST_COUNT)));
    }

    @Test
    void addsWhatTheUpstreamProviderChargedForAKeyBroughtAlong() {
        assertThat(buckets(sample()).get(1).cost()).hasValue(Money.usd("0.21"));
    }

    @Test
    void takesACostOfZeroForNone() {
        UsageBucket free = buckets(sample()).get(2);
        assertThat(free.cost()).isEmpty();
        assertThat(free.present()).doesNotContain(Field.COST);
    }

    @Test
    void readsTheResponseAsItComes() {
        String page = "{\"data\":[" + sample().strip().replace("\n", ",") + "]}";
        assertThat(buckets(page)).isEqualTo(buckets(sample()));
    }

    private static List<UsageBucket> buckets(String json) {
        ReadOnce read = ReadOnce.text(json);
        assertThat(read.collected().problems()).isEmpty();
        assertThat(read.summary().file().format()).isEqualTo("openrouter-usage");
        return read.collected().buckets();
    }
}
