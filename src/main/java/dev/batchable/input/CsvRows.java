package dev.batchable.input;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the cells of CSV records that [CsvCutter] has cut; the only user of univocity. One for each thread.
final class CsvRows<F extends Enum<F>> implements UnitReader<F> {
    private static final String UNREADABLE =
            "a row that cannot be read as CSV, or of more than " + Limits.MAX_COLUMNS + " cells";
    private static final int INPUT_BUFFER = 16 * 1024;

    private Optional<CsvParser> selective = Optional.empty();
    private Optional<CsvParser> complete = Optional.empty();
    private final PathTree.Node[] places;
    private final int[] columns;
    private final int width;
    private final char delimiter;
    private final OptionalInt emptyRow;

    /// @param header the names of the columns; of equal names the first one counts
    /// @param emptyRow see [Nesting]
    CsvRows(char delimiter, List<String> header, PathTree<F> tree, OptionalInt emptyRow) {
        this.delimiter = delimiter;
        this.emptyRow = emptyRow;
        width = header.size();
        Set<String> seen = new HashSet<>();
        List<Optional<PathTree.Node>> nodes = header.stream()
                .map(name -> seen.add(name) ? tree.root().below(name) : Optional.<PathTree.Node>empty())
                .toList();
        columns = IntStream.range(0, width)
                .filter(column -> nodes.get(column).isPresent())
                .toArray();
        places = Arrays.stream(columns)
                .mapToObj(column -> nodes.get(column).orElseThrow())
                .toArray(PathTree.Node[]::new);
    }

    /// Unwanted columns are skipped where that is safe: univocity 2.9.1 runs past the end of a skipped cell
    /// whose closing quote stands right behind another quote, as in `""`.
    private CsvParser parser(Chunk chunk) {
        if (chunk.doQuotesMeet()) {
            CsvParser parser = complete.orElseGet(() -> new CsvParser(settings(delimiter)));
            complete = Optional.of(parser);
            return parser;
        }
        IntStream wanted = IntStream.concat(Arrays.stream(columns), IntStream.of(width - 1));
        CsvParser parser = selective.orElseGet(() -> new CsvParser(settings(wanted.distinct())));
        selective = Optional.of(parser);
        return parser;
    }

    /// Short rows come padded with null to the number of headers, so the last column is always asked for:
    /// present cells are never null.
    private CsvParserSettings settings(IntStream selected) {
        CsvParserSettings settings = settings(delimiter);
        settings.setHeaders(
                IntStream.range(0, width).mapToObj(Integer::toString).toArray(String[]::new));
        settings.selectIndexes(selected.boxed().toArray(Integer[]::new));
        settings.setColumnReorderingEnabled(false);
        return settings;
    }

    /// The cells of one record, stripped.
    static List<String> cells(char delimiter, String record) {
        CsvParser parser = new CsvParser(settings(delimiter));
        parser.beginParsing(new StringReader(record));
        try {
            String @Nullable [] cells = parser.parseNext();
            return cells == null
                    ? List.of()
                    : Stream.of(cells).map(String::strip).toList();
        } catch (TextParsingException e) {
            return List.of();
        } finally {
            parser.stopParsing();
        }
    }

    @Override
    public void read(Chunk chunk, RowView<F> row, Units units) {
        int unit = 0;
        while (unit < chunk.units()) {
            unit = readFrom(unit, chunk, row, units);
        }
    }

    /// Reads until the end of the chunk or up to a record that the parser refuses, and returns the unit after
    /// it.
    private int readFrom(int first, Chunk chunk, RowView<F> row, Units units) {
        int unit = first;
        CsvParser parser = parser(chunk);
        parser.beginParsing(text(chunk, first));
        try {
            while (unit < chunk.units()) {
                @Nullable String @Nullable [] cells = parser.parseNext();
                if (cells == null) {
                    units.problem(chunk.line(unit++), UNREADABLE);
                    return unit;
                }
                if (cells.length == width && cells[width - 1] != null) {
                    take(cells, chunk, unit, row, units);
                } else {
                    ragged(chunk, unit, units);
                }
                unit++;
            }
        } catch (TextParsingException e) {
            units.problem(chunk.line(unit++), UNREADABLE);
            // A parser that has thrown keeps parts of the row it threw at.
            selective = Optional.empty();
            complete = Optional.empty();
            return unit;
        } finally {
            parser.stopParsing();
        }
        return unit;
    }

    private void take(@Nullable String[] cells, Chunk chunk, int unit, RowView<F> row, Units units) {
        PathValues values = row.begin(chunk, unit);
        for (int i = 0; i < columns.length; i++) {
            String cell = cells[columns[i]];
            if (cell != null) {
                values.put(places[i], cell);
            }
        }
        units.row();
    }

    private void ragged(Chunk chunk, int unit, Units units) {
        byte[] bytes = chunk.bytes();
        int cells = 1;
        boolean quoted = false;
        for (int i = chunk.start(unit); i < chunk.end(unit); i++) {
            quoted ^= bytes[i] == '"';
            cells += bytes[i] == delimiter && !quoted ? 1 : 0;
        }
        if (emptyRow.equals(OptionalInt.of(cells)) && chunk.isClosed(unit)) {
            units.empty();
        } else {
            units.problem(
                    chunk.line(unit),
                    "a row of " + cells + (cells == 1 ? " cell" : " cells") + ", the header has " + width);
        }
    }

    private static Reader text(Chunk chunk, int first) {
        int from = chunk.start(first);
        int to = chunk.end(chunk.units() - 1);
        return new InputStreamReader(new ByteArrayInputStream(chunk.bytes(), from, to - from), StandardCharsets.UTF_8);
    }

    /// Everything that univocity would otherwise do on its own: cells over 4,096 characters throw, lines that
    /// begin with `#` vanish, blanks are trimmed, `""` is null, a thread of its own reads ahead.
    private static CsvParserSettings settings(char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setQuote('"');
        settings.getFormat().setQuoteEscape('"');
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setNormalizedNewline('\n');
        settings.getFormat().setComment('\0');
        settings.setCommentProcessingEnabled(false);
        settings.setLineSeparatorDetectionEnabled(false);
        settings.setNormalizeLineEndingsWithinQuotes(false);
        settings.setHeaderExtractionEnabled(false);
        settings.setSkipEmptyLines(false);
        settings.setSkipBitsAsWhitespace(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setMaxColumns(Limits.MAX_COLUMNS);
        // Unlimited, and grown as needed: records are bounded by MAX_LINE_BYTES before they come here.
        settings.setMaxCharsPerColumn(-1);
        settings.setReadInputOnSeparateThread(false);
        settings.setInputBufferSize(INPUT_BUFFER);
        settings.setErrorContentLength(0);
        return settings;
    }
}
