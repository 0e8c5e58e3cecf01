package dev.batchable.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells from its head what a text is made of.
final class HeadReader {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    /// The first field of any OTLP message, a submessage.
    private static final byte PROTO = 0x0a;
    private static final String LENGTH_PREFIXED = "looks like messages of the OpenTelemetry collector's file exporter"
            + " with their lengths before them; set format: json and no compression there, and compress the files"
            + " afterwards if need be";

    private HeadReader() {}

    /// @param head up to [Limits#HEAD_BYTES] of the text
    /// @throws UnusableInputException for text that holds nothing or is no text
    static Detected read(byte[] head) throws UnusableInputException {
        int first = 0;
        while (first < head.length && ByteScan.isBlank(head[first]) && head[first] != 0) {
            first++;
        }
        if (first == head.length) {
            throw new UnusableInputException(head.length == 0 ? "empty file" : "holds nothing but blanks");
        }
        if (ByteScan.find(head, 0, head.length, '\0') < head.length) {
            throw new UnusableInputException(
                    isLengthPrefixed(head)
                            ? LENGTH_PREFIXED
                            : "binary, not text (or UTF-16 without a byte-order mark)");
        }
        return head[first] == '{' || head[first] == '[' ? json(head, first) : csv(head);
    }

    /// Whether a big-endian length of four bytes below 16 MiB comes before compressed or binary OTLP.
    private static boolean isLengthPrefixed(byte[] head) {
        int message = Integer.BYTES;
        return head.length >= message + ZSTD.length
                && head[0] == 0
                && (head[message] == PROTO
                        || Arrays.equals(head, message, message + ZSTD.length, ZSTD, 0, ZSTD.length));
    }

    private static Detected json(byte[] head, int first) {
        JsonKeys keys = JsonKeys.read(head, head.length);
        Optional<String> envelope = head[first] == '{' ? keys.envelope() : Optional.empty();
        JsonKeys unitKeys = envelope.map(keys::under).orElse(keys);
        Head.Shape shape = envelope.isPresent() || head[first] == '[' || !aLineEach(head, first)
                ? Head.Shape.JSON_DOCUMENT
                : Head.Shape.JSON_LINES;
        return Detected.json(unitKeys.head(shape), envelope);
    }

    /// Whether the first document stands on one line, and nothing else with it. Where the first line is a torn
    /// document and the next one begins another, they are lines all the same.
    private static boolean aLineEach(byte[] head, int first) {
        int lineEnd = ByteScan.find(head, first, head.length, '\n');
        JsonValueScan scan = new JsonValueScan();
        scan.begin();
        int end = scan.end(head, first, lineEnd);
        if (end < 0) {
            return lineEnd == head.length || (lineEnd + 1 < head.length && head[lineEnd + 1] == '{');
        }
        while (end < lineEnd && ByteScan.isBlank(head[end])) {
            end++;
        }
        return end == lineEnd;
    }

    private static Detected csv(byte[] head) throws UnusableInputException {
        int from = 0;
        while (head[from] == '\n' || head[from] == '\r') {
            from++;
        }
        int lineEnd = ByteScan.find(head, from, head.length, '\n');
        if (lineEnd == head.length && head.length >= Limits.HEAD_BYTES) {
            throw new UnusableInputException("the first line is longer than " + Limits.HEAD_BYTES + " bytes");
        }
        String line = new String(head, from, lineEnd - from, StandardCharsets.UTF_8).stripTrailing();
        char delimiter = delimiter(line);
        List<String> header = CsvRows.cells(delimiter, line);
        if (header.isEmpty() || header.size() > Limits.MAX_COLUMNS) {
            throw new UnusableInputException(
                    "its first line is no CSV header of at most " + Limits.MAX_COLUMNS + " columns");
        }
        Set<String> columns = new LinkedHashSet<>(header);
        return Detected.csv(Head.flat(Head.Shape.CSV, header, columns), delimiter);
    }

    /// The delimiter that occurs most often outside quotes; the first of equals.
    private static char delimiter(String line) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char candidate : DELIMITERS) {
            int count = 0;
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                quoted ^= c == '"';
                count += c == candidate && !quoted ? 1 : 0;
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }
}
