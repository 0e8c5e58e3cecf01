package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "-2.50, -2.50", "+3, 3", "35.2E-7, 0.00000352", "1e3, 1E+3", "' 0.00 ', 0", "0E-6176, 0"})
    void keepsDecimalsExact(String text, String expected) throws BadValueException {
        assertThat(Decimals.parse("cost", text)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "5., 5",
        ".5, 0.5",
        "007.10, 7.10",
        "123456789012345678, 123456789012345678",
        "12345678901234567890, 12345678901234567890",
        "0.00000000000000000012, 0.00000000000000000012"
    })
    void keepsPlainDecimalsExactWhateverTheirLength(String text, String expected) throws BadValueException {
        assertThat(Decimals.parse("cost", text)).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234.50", "1.234,56", "0,5"})
    void refusesThousandsSeparatorsByName(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> Decimals.parse("cost", text))
                .withMessage(
                        "cost: found '" + text + "', expected a number without thousands separators or decimal comma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "abc", "$12", "1.2.3", "--1", "e", "1e", "NaN", "1e99999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> Decimals.parse("cost", text))
                .withMessageEndingWith("expected a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-61", "1E+61", "1E-2000000000"})
    void refusesScalesThatWouldExplode(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> Decimals.parse("cost", text))
                .withMessageContaining("at most 60 digits");
    }

    @Test
    void refusesNumbersOfHundredsOfDigits() {
        assertThatExceptionOfType(BadValueException.class).isThrownBy(() -> Decimals.parse("cost", "9".repeat(201)));
        assertThatExceptionOfType(BadValueException.class).isThrownBy(() -> Decimals.parse("cost", "9".repeat(199)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12, 12", "12.0, 12", "1e3, 1000", "' 7 ', 7", "1000000000000000, 1000000000000000", "-0, 0"})
    void countsWholeNumbers(String text, long expected) throws BadValueException {
        assertThat(Decimals.count("tokens", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1000000000000001", "9999999999999999999999", "ten", "0x10"})
    void refusesCountsThatAreNone(String text) {
        assertThatExceptionOfType(BadValueException.class)
                .isThrownBy(() -> Decimals.count("tokens", text))
                .withMessageContaining("a whole number from 0 to 1000000000000000");
    }
}
