package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.batchable.input.format.LogFormats;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import dev.batchable.record.UsageBucket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// What every flat format promises, shown on one sample of it. A format's test implements this and names the
/// sample.
public interface FormatContract {
    int BYTE_FLIPS = 200;

    /// Id of the format.
    String id();

    /// A whole file of the format with line feeds, at least three units, all of which can be used; each unit, or each
    /// document that holds several, on lines of its own.
    String sample();

    private byte[] bytes() {
        return sample().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isCsv() {
        return !sample().stripLeading().startsWith("{")
                && !sample().stripLeading().startsWith("[");
    }

    /// Whether each line, but for a CSV header, is one unit.
    private boolean isAUnitALine() {
        long lines = sample().lines().filter(line -> !line.isBlank()).count();
        return ReadOnce.text(sample()).units() == lines - (isCsv() ? 1 : 0);
    }

    private static List<String> ids(byte[] bytes) {
        Detected detected;
        try {
            detected = HeadReader.read(bytes);
        } catch (UnusableInputException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.concat(
                        ReadOnce.FORMATS.logs().stream().map(FormatReader::log),
                        ReadOnce.FORMATS.bills().stream().map(FormatReader::bill))
                .filter(format -> format.claims().test(detected.head()))
                .map(FormatReader::id)
                .toList();
    }

    @Test
    default void isClaimedByNoOtherSpecificFormat() {
        assertThat(ids(bytes())).isSubsetOf(id());
        assertThat(ReadOnce.text(sample()).summary().file().format()).isEqualTo(id());
    }

    @Test
    default void readsEveryUnitOfItsSample() {
        ReadOnce whole = ReadOnce.text(sample());
        assertThat(whole.collected().problems()).isEmpty();
        assertThat(whole.result().fileProblems()).isEmpty();
        assertThat(whole.units()).isGreaterThanOrEqualTo(3);
        assertThat(whole.tiesOut()).isTrue();
    }

    @Test
    default void tellsNoFieldThatItDoesNotPromise() {
        Collected read = ReadOnce.text(sample()).collected();
        Stream<Set<Field>> told = Stream.of(
                        read.requests().stream().map(Request::present),
                        read.buckets().stream().map(UsageBucket::present),
                        read.parts().stream().map(part -> part.facts().present()))
                .flatMap(fields -> fields);
        Set<Field> promised = LogFormats.all().stream()
                .filter(format -> format.id().equals(id()))
                .findFirst()
                .map(LogFormat::provides)
                .orElse(Set.of());
        assertThat(promised).noneMatch(Field::isPlace);
        assertThat(told).allSatisfy(fields -> assertThat(promised).containsAll(fields));
    }

    @Test
    default void takesAnEmptyFileForAFileProblem() {
        ReadOnce empty = ReadOnce.text("");
        assertThat(empty.result().inputs()).isEmpty();
        assertThat(empty.result().fileProblems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).isEqualTo("empty file"));
    }

    @Test
    default void countsACutOffLastLineAsOneProblemWithItsLine() {
        if (sample().stripTrailing().endsWith("\n}") || sample().stripTrailing().endsWith("\n]")) {
            return;
        }
        String text = sample().stripTrailing();
        int lastLine = text.lastIndexOf('\n') + 1;
        long line = text.chars().filter(c -> c == '\n').count() + 1;
        String cut = text.substring(0, lastLine + (text.length() - lastLine) / 2);
        ReadOnce whole = ReadOnce.text(sample());
        ReadOnce read = ReadOnce.text(cut);
        assertThat(read.collected().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(line));
        assertThat(read.units()).isBetween(isAUnitALine() ? whole.units() : 1, whole.units());
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    default void readsTheSameWhateverTheLineEndMarkOrCompression() {
        List<String> expected = ReadOnce.text(sample()).collected().records();
        assertThat(ReadOnce.text(sample().replace("\n", "\r\n")).collected().records())
                .as("CRLF")
                .isEqualTo(expected);
        assertThat(ReadOnce.text("\ufeff" + sample()).collected().records())
                .as("byte-order mark")
                .isEqualTo(expected);
        assertThat(ReadOnce.text(sample().stripTrailing()).collected().records())
                .as("no final line end")
                .isEqualTo(expected);
        assertThat(ReadOnce.bytes(gzip(bytes())).collected().records())
                .as("gzip")
                .isEqualTo(expected);
        assertThat(ReadOnce.bytes(Zstd.compress(bytes())).collected().records())
                .as("zstd")
                .isEqualTo(expected);
        assertThat(ReadOnce.bytes(("\ufeff" + sample()).getBytes(StandardCharsets.UTF_16LE))
                        .collected()
                        .records())
                .as("UTF-16")
                .isEqualTo(expected);
    }

    @Test
    default void staysWholeAndInBalanceWhenBytesAreFlipped() {
        Random random = new Random(20_261_120);
        for (int round = 0; round < BYTE_FLIPS; round++) {
            byte[] flipped = bytes();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            }
            ReadOnce read = ReadOnce.bytes(flipped);
            assertThat(read.tiesOut())
                    .as(() -> new String(flipped, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    /// Parts of calls know their places in the file, and settings before the cut hold for the calls behind it.
    private boolean isOfGroups() {
        return !ReadOnce.text(sample()).collected().parts().isEmpty();
    }

    @Test
    default void readsTheSameWhenCutInTwoAtALineEnd() {
        if (isOfGroups()) {
            return;
        }
        if (sample().stripTrailing().endsWith("\n}") || sample().stripLeading().startsWith("[")) {
            return;
        }
        String[] lines = sample().split("(?<=\n)");
        int header = isCsv() ? 1 : 0;
        int middle = header + (lines.length - header) / 2;
        String head = isCsv() ? lines[0] : "";
        Collected first =
                ReadOnce.text(String.join("", Arrays.copyOf(lines, middle))).collected();
        Collected second = ReadOnce.text(head + String.join("", Arrays.copyOfRange(lines, middle, lines.length)))
                .collected();
        assertThat(Stream.concat(first.records().stream(), second.records().stream()))
                .containsExactlyElementsOf(ReadOnce.text(sample()).collected().records());
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
