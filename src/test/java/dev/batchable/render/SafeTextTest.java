package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
    @Test
    void replacesWhatCouldRepaintReorderOrForge() {
        assertThat(SafeText.of("a\u001b[31mb\u0000c\nd\u202ee\u200bf\ud800g\u2029h"))
                .isEqualTo("a?[31mb?c?d?e?f?g?h");
    }

    @Test
    void leavesLettersOfAllScriptsAlone() {
        assertThat(SafeText.of("Zürich 東京 😀 é")).isEqualTo("Zürich 東京 😀 é");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "東京, 4", "😀, 2", "e\u0301, 1", "한국, 4", "ｱ, 1", "Ａ, 2"})
    void countsTheColumnsOfATerminal(String text, int columns) {
        assertThat(SafeText.width(text)).isEqualTo(columns);
    }

    @Test
    void cutsFromTheMiddleAndNeverThroughACharacter() {
        assertThat(SafeText.shortened("invoice-extraction-prod", 15)).isEqualTo("invoic...n-prod");
        assertThat(SafeText.shortened("short", 15)).isEqualTo("short");
        assertThat(SafeText.shortened("😀😀😀😀😀😀", 8)).isEqualTo("😀...😀");
    }
}
