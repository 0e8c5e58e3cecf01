package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.FormatContract;
import dev.batchable.input.Ignored;
import dev.batchable.input.ReadOnce;
import dev.batchable.input.Samples;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiCostsCsvFormatTest implements FormatContract {
    private static final String HEADER =
            "start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,quantity,line_item\n";
    private static final String DAY = "1790640000,1790726400,2026-09-29T00:00:00,2026-09-30T00:00:00";

    @Override
    public String id() {
        return "openai-costs-csv";
    }

    @Override
    public String sample() {
        return Samples.text("openai-costs-csv/sample.csv");
    }

    @Test
    void readsOneRowWhole() {
        assertThat(charges(sample()).get(1))
                .isEqualTo(new BillingLine(
                        Instant.parse("2026-09-30T00:00:00Z"),
                        Instant.parse("2026-10-01T00:00:00Z"),
                        ChargeCategory.USAGE,
                        false,
                        new Meter(
                                "openai",
                                "gpt-5-nano, input_tokens",
                                Optional.of("gpt-5-nano"),
                                Optional.of(TokenKind.INPUT),
                                Tier.UNKNOWN,
                                Optional.of(new BigDecimal("10000000.0")),
                                true),
                        Money.usd("0.5"),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// 0.00375 + 0.5 + 0.25, the last of it batch.
    @Test
    void sumsTheSampleExactly() {
        assertThat(Bills.billed(charges(sample()))).isEqualByComparingTo("0.75375");
        assertThat(Bills.billed(charges(sample()), Tier.BATCH)).isEqualByComparingTo("0.25");
    }

    @Test
    void ignoresDaysWithoutCharges() {
        ReadOnce read = ReadOnce.text(HEADER + DAY + ",,,,\n" + DAY + "\n" + DAY + ",1.5,usd,,\n");
        assertThat(read.summary().ignored()).containsExactly(Map.entry(Ignored.EMPTY, 2L));
        assertThat(Bills.billed(read.collected().charges())).isEqualByComparingTo("1.5");
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void takesALineItemWithoutAnAmountForAProblem() {
        ReadOnce read = ReadOnce.text(HEADER + DAY + ",,usd,5,\"gpt-5, input\"\n");
        assertThat(read.collected().problems()).hasSize(1);
    }

    private static List<BillingLine> charges(String csv) {
        return Bills.charges("openai-costs-csv", csv);
    }
}
