package dev.batchable.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargeCopiesTest {
    private static final long WORDING = 7;

    private static BillingLine line(String day) {
        Instant start = Instant.parse(day + "T00:00:00Z");
        return new BillingLine(
                start,
                start.plus(Duration.ofDays(1)),
                ChargeCategory.USAGE,
                false,
                new Meter("openai", "m", Optional.empty(), Optional.empty(), Tier.UNKNOWN, Optional.empty(), true),
                Money.usd("1"),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void keepsEqualLinesOfOneBill() throws IOException {
        try (ChargeCopies copies = new ChargeCopies()) {
            assertThat(copies.isCopy(0, line("2026-10-01"), WORDING)).isFalse();
            assertThat(copies.isCopy(0, line("2026-10-01"), WORDING)).isFalse();
        }
    }

    @Test
    void dropsAsManyOfALaterBillAsAnEarlierOneHeld() throws IOException {
        try (ChargeCopies copies = new ChargeCopies()) {
            copies.isCopy(0, line("2026-10-01"), WORDING);
            copies.isCopy(0, line("2026-10-01"), WORDING);
            assertThat(copies.isCopy(1, line("2026-10-01"), WORDING)).isTrue();
            assertThat(copies.isCopy(1, line("2026-10-01"), WORDING)).isTrue();
            assertThat(copies.isCopy(1, line("2026-10-01"), WORDING)).isFalse();
            assertThat(copies.isCopy(2, line("2026-10-01"), WORDING)).isTrue();
            assertThat(copies.isCopy(2, line("2026-10-01"), WORDING)).isTrue();
            assertThat(copies.isCopy(2, line("2026-10-01"), WORDING)).isTrue();
            assertThat(copies.isCopy(2, line("2026-10-01"), WORDING)).isFalse();
        }
    }

    @Test
    void tellsLinesOfOtherWordingOrPeriodApart() throws IOException {
        try (ChargeCopies copies = new ChargeCopies()) {
            copies.isCopy(0, line("2026-10-01"), WORDING);
            assertThat(copies.isCopy(1, line("2026-10-02"), WORDING)).isFalse();
            assertThat(copies.isCopy(1, line("2026-10-01"), WORDING + 1)).isFalse();
        }
    }
}
