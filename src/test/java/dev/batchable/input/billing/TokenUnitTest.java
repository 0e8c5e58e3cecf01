package dev.batchable.input.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenUnitTest {
    @ParameterizedTest
    @CsvSource({
        "Tokens, 1",
        "tokens, 1",
        "1000 Tokens, 1000",
        "'1,000 tokens', 1000",
        "1K tokens, 1000",
        "1K, 1000",
        "1M tokens, 1000000",
        "1M, 1000000",
        "1000000 Tokens, 1000000",
        "million tokens, 1000000",
        "' 1K Tokens ', 1000",
    })
    void knowsHowManyTokensAUnitIs(String unit, BigDecimal tokens) {
        assertThat(TokenUnit.factor(unit))
                .hasValueSatisfying(factor -> assertThat(factor).isEqualByComparingTo(tokens));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Hours", "1 Hour", "Requests", "Units", "GB", "1000", "", "9999999999 Tokens"})
    void takesNoOtherUnitForTokens(String unit) {
        assertThat(TokenUnit.factor(unit)).isEmpty();
    }
}
