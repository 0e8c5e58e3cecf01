package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
    @Test
    void readsMoneyWithItsCurrency() {
        assertThat(Amounts.money("500 USD")).isEqualTo(Money.usd("500"));
        assertThat(Amounts.money("0.25EUR")).isEqualTo(new Money(new BigDecimal("0.25"), "EUR"));
        assertThat(Amounts.perHour("12 USD/h")).isEqualTo(Money.usd("12"));
        assertThat(Amounts.perMonth("400 USD/month")).isEqualTo(Money.usd("400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "USD 500", "500 usd", "-5 USD", "1,000 USD", "1e3 USD", "5 USX", "5 USD/h", ""})
    void refusesWhatIsNoMoneyWithAnExample(String text) {
        assertThatThrownBy(() -> Amounts.money(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'")
                .hasMessageContaining("such as");
    }

    @ParameterizedTest
    @CsvSource({"5%, 0.05", "2.5 %, 0.025", "100%, 1", "0%, 0"})
    void readsAPercentageAsAShare(String text, BigDecimal share) {
        assertThat(Amounts.percent(text)).isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "101%", "-1%", "%", "five%", "1/2%"})
    void refusesWhatIsNoPercentage(String text) {
        assertThatThrownBy(() -> Amounts.percent(text))
                .hasMessage("'" + text + "' is no percentage; expected 0% to 100%, such as 5%");
    }

    @Test
    void tellsLimitsOfMoneyFromLimitsOfShare() {
        assertThat(SavingLimit.parse("500 USD"))
                .isEqualTo(new SavingLimit.Amount(new BigDecimal("500"), Optional.of("USD")));
        assertThat(SavingLimit.parse("500")).isEqualTo(new SavingLimit.Amount(new BigDecimal("500"), Optional.empty()));
        assertThat(SavingLimit.parse("5%")).isEqualTo(new SavingLimit.Share(new BigDecimal("0.05")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "lots", "5%%", "12 USD/h"})
    void refusesLimitsThatAreNeither(String text) {
        assertThatThrownBy(() -> SavingLimit.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("such as");
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S, 30s",
        "15m, PT15M, 15m",
        "4h, PT4H, 4h",
        "24h, PT24H, 24h",
        "2d, PT48H, 48h",
        "90s, PT1M30S, 90s",
        "120m, PT2H, 2h"
    })
    void readsDurationsAndSpellsThemBack(String text, Duration duration, String spelled) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
        assertThat(Durations.format(duration)).isEqualTo(spelled);
        assertThat(Durations.parse(spelled)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "h", "0h", "-4h", "4H", "4 hours", "1h30m", "1.5h", "9999999999s", ""})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .hasMessage("'" + text + "' is no duration; expected a whole number and s, m, h or d, such as 4h");
    }
}
