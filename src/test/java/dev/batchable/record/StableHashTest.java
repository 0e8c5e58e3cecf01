package dev.batchable.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableHashTest {
    /// Vectors of the FNV reference implementation.
    @Test
    void mixesThePublishedFnvValues() {
        assertThat(StableHash.of("")).isEqualTo(StableHash.mix(0xcbf29ce484222325L));
        assertThat(StableHash.of("a")).isEqualTo(StableHash.mix(0xaf63dc4c8601ec8cL));
        assertThat(StableHash.of("foobar")).isEqualTo(StableHash.mix(0x85944171f73967e8L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë", "пользователь", "用户-7", "a😀b", "lone \ud800 high", "low \udc00", "\ud83d"})
    void readsTextAsItsUtf8Bytes(String text) {
        long expected = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            expected = (expected ^ (b & 0xFF)) * 0x100000001b3L;
        }
        assertThat(StableHash.of(text)).isEqualTo(StableHash.mix(expected));
    }

    @Test
    void combinesInOrder() {
        assertThat(StableHash.combine(1, 2)).isNotEqualTo(StableHash.combine(2, 1));
    }
}
