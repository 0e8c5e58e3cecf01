package dev.batchable.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "invoice-*, invoice-extract, true",
        "invoice-*, Invoice-extract, false",
        "*-nightly, a-nightly-nightly, true",
        "*-nightly, nightly, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "a.c, abc, false",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
    })
    void matchesTheWholeText(String glob, String text, boolean expected) {
        assertThat(Glob.of(glob).matches(text)).isEqualTo(expected);
    }

    @Test
    void agreesWithARegularExpressionOnRandomPatterns() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            String glob = letters(random, "ab*?", 6);
            String text = letters(random, "ab", 8);
            String regex = glob.replace("*", ".*").replace("?", ".");
            assertThat(Glob.of(glob).matches(text)).as(glob + " on " + text).isEqualTo(Pattern.matches(regex, text));
        }
    }

    @Test
    void staysQuickWhereBacktrackingWouldHang() {
        assertThat(Glob.of("*a".repeat(40) + "*b").matches("a".repeat(20_000))).isFalse();
    }

    @Test
    void knowsWhetherItMatchesOneTextOnly() {
        assertThat(Glob.of("chat").isLiteral()).isTrue();
        assertThat(Glob.of("ch*").isLiteral()).isFalse();
        assertThat(Glob.of("cha?").isLiteral()).isFalse();
    }

    private static String letters(Random random, String alphabet, int most) {
        StringBuilder letters = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }
}
