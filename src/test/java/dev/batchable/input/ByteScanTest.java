package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteScanTest {
    private static final byte[] ALPHABET = {'\n', '"', 'a', 0, (byte) 0x8a, (byte) 0xff, (byte) 0x8b, 0x0b, '!', '#'};

    private final Random random = new Random(7);

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = random.nextInt(4) == 0 ? ALPHABET[random.nextInt(ALPHABET.length)] : (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void findsAndCountsLikeALoopOverBytes() {
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = bytes(random.nextInt(40));
            int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from + 1);
            int first = to;
            int count = 0;
            for (int i = to - 1; i >= from; i--) {
                first = bytes[i] == '\n' || bytes[i] == '"' ? i : first;
                count += bytes[i] == '\n' ? 1 : 0;
            }
            assertThat(ByteScan.findEither(bytes, from, to, '\n', '"')).isEqualTo(first);
            assertThat(ByteScan.count(bytes, from, to, '\n')).isEqualTo(count);
        }
    }
}
