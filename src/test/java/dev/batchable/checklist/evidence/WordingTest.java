package dev.batchable.checklist.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({"PT30S, 30s", "PT15M, 15m", "PT4H, 4h", "PT4H45M, 4h45m", "PT24H, 24h"})
    void spellsDurationsAsThePolicyDoes(Duration duration, String expected) {
        assertThat(Wording.duration(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3120.4, '3,120 USD'", "0.2, '<1 USD'", "0, '0 USD'", "1, '1 USD'"})
    void roundsMoneyToUnitsButNeverToNothing(BigDecimal amount, String expected) {
        assertThat(Wording.money(amount, "USD")).isEqualTo(expected);
    }

    @Test
    void namesZones() {
        assertThat(Wording.zone(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(Wording.zone(ZoneId.of("Europe/Berlin"))).isEqualTo("Europe/Berlin");
    }
}
