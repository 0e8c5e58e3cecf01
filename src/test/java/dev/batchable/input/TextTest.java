package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final String WORDS = "ä text of\nseveral lines\n".repeat(10_000);

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Text open(byte[] bytes) throws IOException {
        return Text.open(Source.stream("in", () -> new ByteArrayInputStream(bytes)));
    }

    private static String all(Text text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        for (int got = text.read(buffer, 0, 1000); got > 0; got = text.read(buffer, 0, 1000)) {
            out.write(buffer, 0, got);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsTheSameTextFromEveryStorage() throws IOException {
        assertThat(all(open(utf8(WORDS)))).isEqualTo(WORDS);
        assertThat(all(open(utf8("\ufeff" + WORDS)))).isEqualTo(WORDS);
        assertThat(all(open(gzip(utf8(WORDS))))).isEqualTo(WORDS);
        assertThat(all(open(gzip(utf8("\ufeff" + WORDS))))).isEqualTo(WORDS);
        assertThat(all(open(Zstd.compress(utf8(WORDS))))).isEqualTo(WORDS);
        assertThat(all(open(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(WORDS);
        assertThat(all(open(("\ufeff" + WORDS).getBytes(StandardCharsets.UTF_16BE))))
                .isEqualTo(WORDS);
    }

    @Test
    void readsCharactersBeyondTheFirstPlaneFromUtf16() throws IOException {
        String clefs = "𝄞".repeat(20_000);
        assertThat(all(open(("\ufeff" + clefs).getBytes(StandardCharsets.UTF_16LE))))
                .isEqualTo(clefs);
    }

    @Test
    void readsConcatenatedMembers() throws IOException {
        byte[] gzip = gzip(utf8(WORDS));
        assertThat(all(open(concat(gzip, gzip)))).isEqualTo(WORDS + WORDS);
        byte[] zstd = Zstd.compress(utf8(WORDS));
        assertThat(all(open(concat(zstd, zstd)))).isEqualTo(WORDS + WORDS);
    }

    @Test
    void fingerprintsTheBytesAsStoredToTheirVeryEnd() throws IOException {
        byte[] stored = concat(gzip(utf8(WORDS)), utf8("trailing bytes that no one inflates"));
        Text text = open(stored);
        assertThat(all(text)).isEqualTo(WORDS);
        Fingerprint expected = new Fingerprint();
        expected.update(stored, 0, stored.length);
        assertThat(text.fingerprint().hex()).isEqualTo(expected.hex());
        assertThat(text.fingerprint().size()).isEqualTo(stored.length);
    }

    @Test
    void keepsWhatCameBeforeACut() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        byte[] lines = utf8(HexFormat.of().formatHex(noise));
        byte[] gzip = gzip(lines);
        byte[] zstd = Zstd.compress(lines);
        for (byte[] whole : new byte[][] {gzip, zstd}) {
            Text text = open(Arrays.copyOf(whole, whole.length / 2));
            String read = all(text);
            assertThat(read).isNotEmpty();
            assertThat(new String(lines, StandardCharsets.UTF_8)).startsWith(read);
            assertThat(text.damage())
                    .contains(
                            "the compressed data is cut off; what came before was read, copy or export the file again for the rest");
        }
    }

    @Test
    void tellsAReadErrorAndKeepsWhatCameBefore() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("device gone");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };
        Text text = Text.open(
                Source.stream("in", () -> new SequenceInputStream(new ByteArrayInputStream(utf8(WORDS)), failing)));
        assertThat(all(text)).isEqualTo(WORDS);
        assertThat(text.damage())
                .contains(
                        "cannot be read to its end (device gone); what came before was read, copy or export the file again for the rest");
        assertThat(text.fingerprint().size()).isEqualTo(utf8(WORDS).length);
    }

    @Test
    void saysWhatToDoWithContainersItDoesNotRead() {
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> open(utf8("PAR1....")))
                .withMessageContaining("duckdb");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> open(new byte[] {'P', 'K', 3, 4, 0}))
                .withMessageContaining("unpack");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> open(utf8("BZh91")))
                .withMessageContaining("bzip2");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> open(new byte[0]))
                .withMessage("empty file");
        assertThatExceptionOfType(UnusableInputException.class)
                .isThrownBy(() -> open(new byte[] {0x1f, (byte) 0x8b, 8}))
                .withMessage("the compressed data is cut off at its very beginning; copy or export the file again");
    }

    @Test
    void readsBytesGivenBackAgain() throws IOException {
        Text text = open(utf8("abcdefgh"));
        byte[] buffer = new byte[5];
        assertThat(text.read(buffer, 0, 5)).isEqualTo(5);
        text.unread(buffer, 2, 3);
        assertThat(new String(text.peek(4), StandardCharsets.UTF_8)).isEqualTo("cdef");
        text.read(buffer, 0, 1);
        text.unread(utf8("XYZc"), 0, 4);
        assertThat(all(text)).isEqualTo("XYZcdefgh");
    }
}
