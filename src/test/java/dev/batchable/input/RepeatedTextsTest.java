package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RepeatedTextsTest {
    private final RepeatedTexts texts = new RepeatedTexts();
    private final List<String> decoded = new ArrayList<>();
    private final Function<String, Optional<Integer>> length = new Length();

    /// Notes what it decodes; one object, as the table wants its decoders.
    private final class Length implements Function<String, Optional<Integer>> {
        @Override
        public Optional<Integer> apply(String text) {
            decoded.add(text);
            return text.equals("-") ? Optional.empty() : Optional.of(text.length());
        }
    }

    @Test
    void handsOutARepeatedTextAsTheObjectItWasFirst() {
        Optional<String> first = texts.of(fresh("gpt-5"));

        assertThat(texts.of(fresh("gpt-5"))).isSameAs(first).contains("gpt-5");
    }

    @Test
    void decodesARepeatedTextOnce() {
        assertThat(texts.decoded(fresh("chat"), length)).contains(4);
        assertThat(texts.decoded(fresh("chat"), length)).contains(4);
        assertThat(decoded).containsExactly("chat");
    }

    @Test
    void decodesAnewForAnotherDecoder() {
        Function<String, Optional<String>> twice = text -> Optional.of(text + text);

        assertThat(texts.decoded("chat", length)).contains(4);
        assertThat(texts.decoded("chat", twice)).contains("chatchat");
        assertThat(texts.decoded("chat", length)).contains(4);
    }

    @Test
    void remembersThatADecoderFoundNothing() {
        assertThat(texts.decoded("-", length)).isEmpty();
        assertThat(texts.decoded("-", length)).isEmpty();
        assertThat(decoded).containsExactly("-");
    }

    @Test
    void tellsTextsOfOneSlotApart() {
        // By the definition of String.hashCode, "Aa" and "BB" have the hash 2112 both.
        assertThat(texts.decoded("Aa", Optional::of)).contains("Aa");
        assertThat(texts.decoded("BB", Optional::of)).contains("BB");
        assertThat(texts.of("Aa")).contains("Aa");
    }

    @Test
    void leavesAPlaceAloneWhoseTextsHardlyRepeat() {
        for (int row = 0; row < 2048; row++) {
            assertThat(texts.of("req-" + row)).contains("req-" + row);
        }

        assertThat(texts.of(fresh("same"))).isNotSameAs(texts.of(fresh("same"))).contains("same");
        assertThat(texts.decoded("chat", length)).contains(4);
        assertThat(texts.decoded("chat", length)).contains(4);
        assertThat(decoded).containsExactly("chat", "chat");
    }

    @Test
    void doesNotKeepLongTexts() {
        String text = "x".repeat(201);

        assertThat(texts.of(fresh(text))).isNotSameAs(texts.of(fresh(text))).contains(text);
    }

    /// A new object each time, as readers make them.
    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }
}
