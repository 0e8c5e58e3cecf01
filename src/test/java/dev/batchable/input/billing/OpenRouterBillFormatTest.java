package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Samples;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenRouterBillFormatTest implements FormatContract {
    @Override
    public String id() {
        return "openrouter-bill";
    }

    @Override
    public String sample() {
        return Samples.text("openrouter-bill/sample.csv");
    }

    @Test
    void readsOneRowWhole() {
        assertThat(charges().get(0))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-09-29T00:00:00Z"),
                        Instant.parse("2026-09-30T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "openrouter",
                                "anthropic/claude-haiku-4.5",
                                Optional.of("anthropic/claude-haiku-4.5"),
                                Optional.empty(),
                                Tier.UNKNOWN,
                                Optional.empty(),
                                true),
                        Money.usd("12.50"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// 12.50 + 7.25 + 1,250.25; the 3.00 of a key brought along are on another bill.
    @Test
    void sumsWhatOpenRouterCharged() {
        assertThat(Bills.billed(charges())).isEqualByComparingTo("1270.00");
    }

    private List<BillingLine> charges() {
        return Bills.charges("openrouter-bill", sample());
    }
}
