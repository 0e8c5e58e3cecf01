package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "invoice-*, invoice-extract, true",
        "invoice-*, invoice-, true",
        "invoice-*, invoices, false",
        "*-nightly, search-nightly, true",
        "*-nightly, search-nightly-2, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "?pt-4, gpt-4, true",
        "?pt-4, pt-4, false",
        "*, anything, true",
        "Chat, chat, false",
        "a.c, abc, false",
    })
    void matchesWholeValues(String glob, String value, boolean expected) {
        assertThat(Glob.of(glob).matches(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'', '', true", "'', a, false", "*, '', true", "**, '', true", "?, '', false"})
    void treatsNothingAsNothing(String glob, String value, boolean expected) {
        assertThat(Glob.of(glob).matches(value)).isEqualTo(expected);
    }
}
