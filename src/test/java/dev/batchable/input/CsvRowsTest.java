package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    private enum Column {
        A,
        B,
        C
    }

    private static final int CHUNK = 1 << 16;

    /// Each row as its line and its cells a, b and c.
    private record Read(List<String> rows, List<Problem> problems, long lines, long blank) {}

    private static Read read(String csv, int chunkBytes) throws IOException {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        try (Text text = Text.open(Source.stream("in", () -> new ByteArrayInputStream(bytes)))) {
            Detected detected = HeadReader.read(text.peek(Limits.HEAD_BYTES));
            PathTree<Column> tree = new PathTree<>(FieldTable.<Column>builder()
                    .field(Column.A, "a")
                    .field(Column.B, "b")
                    .field(Column.C, "c")
                    .build()
                    .bindings());
            JsonWalk walk = new JsonWalk();
            RowView<Column> row = new RowView<>(tree, walk, "in");
            List<String> rows = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            UnitReader<Column> reader = detected.reader(tree, walk, Nesting.FLAT);
            UnitCutter cutter = detected.cutter(text, chunkBytes);
            Chunk chunk = new Chunk();
            while (cutter.next(chunk)) {
                problems.addAll(chunk.problems());
                reader.read(chunk, row, new UnitReader.Units() {
                    @Override
                    public void row() {
                        rows.add(row.line() + ":"
                                + Stream.of(Column.values())
                                        .map(column -> row.text(column).orElse("-"))
                                        .collect(Collectors.joining("|")));
                    }

                    @Override
                    public void problem(long line, String reason) {
                        problems.add(new Problem(line, reason));
                    }

                    @Override
                    public void empty() {
                        throw new AssertionError("no nesting");
                    }
                });
            }
            problems.sort(Comparator.comparingLong(Problem::line));
            return new Read(rows, problems, cutter.lines(), cutter.blank());
        }
    }

    @Test
    void readsCellsWithTheirLines() throws IOException {
        Read read = read("a,b,c\n1,2,3\n\n\"x,y\",\"say \"\"hi\"\"\",\"two\nlines\"\n4,,\"\"\n", CHUNK);
        assertThat(read.rows()).containsExactly("2:1|2|3", "4:x,y|say \"hi\"|two\nlines", "6:4|-|-");
        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).isEqualTo(6);
        assertThat(read.blank()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws IOException {
        String csv = "a,b,c\n1,\"2\",3\n".replace(",", delimiter);
        assertThat(read(csv, CHUNK).rows()).containsExactly("2:1|2|3");
    }

    @Test
    void takesALineThatBeginsWithHashForARow() throws IOException {
        assertThat(read("a,b,c\n#1,2,3\n", CHUNK).rows()).containsExactly("2:#1|2|3");
    }

    @Test
    void readsCellsBeyondTheLibrarysDefaultLimit() throws IOException {
        String cell = "x".repeat(100_000);
        assertThat(read("a,b,c\n" + cell + ",2,3\n4,5,\"" + cell + "\"\n", CHUNK)
                        .rows())
                .containsExactly("2:" + cell + "|2|3", "3:4|5|" + cell);
    }

    @Test
    void skipsAnUnwantedCellOfAnyLength() throws IOException {
        String cell = "x".repeat(100_000);
        assertThat(read("a,prompt,b,c\n1," + cell + ",2,3\n", CHUNK).rows()).containsExactly("2:1|2|3");
    }

    @Test
    void namesTheCellsOfRaggedRows() throws IOException {
        Read read = read("a,b,c\n1,2\n1,2,3\n1,\"2,2\",3,4\n5,6,7\n8\n", CHUNK);
        assertThat(read.rows()).containsExactly("3:1|2|3", "5:5|6|7");
        assertThat(read.problems())
                .containsExactly(
                        new Problem(2, "a row of 2 cells, the header has 3"),
                        new Problem(4, "a row of 4 cells, the header has 3"),
                        new Problem(6, "a row of 1 cell, the header has 3"));
    }

    @Test
    void readsOnAfterARowOfThousandsOfCells() throws IOException {
        Read read = read("a,b,c\n1,2,3\n" + ",".repeat(3000) + "\n4,5,6\n", CHUNK);
        assertThat(read.rows()).containsExactly("2:1|2|3", "4:4|5|6");
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @Test
    void losesOneLineToAQuoteThatIsNeverClosed() throws IOException {
        Read read = read("a,b,c\n1,\"2,3\n4,5,6\n7,\"8\",9\n", CHUNK);
        assertThat(read.rows()).containsExactly("3:4|5|6", "4:7|8|9");
        assertThat(read.problems())
                .containsExactly(new Problem(2, "a quoted cell is not closed, or text follows its closing quote"));
    }

    @Test
    void losesOneLineToAnOpenQuoteAtTheEnd() throws IOException {
        Read read = read("a,b,c\n1,2,3\n1,2,\"3", CHUNK);
        assertThat(read.rows()).containsExactly("2:1|2|3");
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(read.lines()).isEqualTo(3);
    }

    @Test
    void takesAQuoteInsideAnUnquotedCellAsItIs() throws IOException {
        assertThat(read("a,b,c\n5\" pipe,2,3\n1,x\"y\"z,3\n", CHUNK).rows())
                .containsExactly("2:5\" pipe|2|3", "3:1|x\"y\"z|3");
    }

    @Test
    void treatsTheWordsForNothingAsAbsent() throws IOException {
        assertThat(read("a,b,c\nNULL,None,null\n nil ,\" \",nulls\n-, - ,--\n", CHUNK)
                        .rows())
                .containsExactly("2:-|-|-", "3:nil|-|nulls", "4:-|-|--");
    }

    @Test
    void skipsUnwantedCellsThatEndInQuotes() throws IOException {
        Read read = read("a,prompt,b,c\n1,\"\",2,3\n4,\"say \"\"hi\"\"\",5,6\n7,\"x\",8,\"\"\n", CHUNK);
        assertThat(read.rows()).containsExactly("2:1|2|3", "3:4|5|6", "4:7|8|-");
    }

    @Test
    void takesTheFirstOfEqualColumns() throws IOException {
        assertThat(read("a,b,a,c\n1,2,9,3\n", CHUNK).rows()).containsExactly("2:1|2|3");
    }

    @Test
    void readsAnySplitOfTheTextAlike() throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            List<String> expected = new ArrayList<>();
            String csv = randomCsv(random, expected);
            for (int chunk : new int[] {1, 7, 64, CHUNK}) {
                Read read = read(csv, chunk);
                assertThat(read.problems()).as(csv).isEmpty();
                assertThat(read.rows()).as(csv).isEqualTo(expected);
            }
        }
    }

    /// Rows whose cells hold everything that needs quotes.
    private static String randomCsv(Random random, List<String> expected) {
        String alphabet = "ab,\"\n\r #;é";
        StringBuilder csv = new StringBuilder("a,prompt,b,more,c");
        String end = random.nextBoolean() ? "\n" : "\r\n";
        long line = 2;
        csv.append(end);
        for (int row = random.nextInt(12); row >= 0; row--) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                StringBuilder cell = new StringBuilder(i % 2 == 0 ? "x" : "");
                for (int length = random.nextInt(6); length > 0; length--) {
                    cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                cells.add(cell.append(i % 2 == 0 ? "x" : "").toString());
            }
            expected.add(line + ":" + cells.get(0) + "|" + cells.get(2) + "|" + cells.get(4));
            line += 1 + String.join("", cells).chars().filter(c -> c == '\n').count();
            csv.append(cells.stream()
                            .map(cell -> cell.matches("[abx]*") && random.nextBoolean()
                                    ? cell
                                    : '"' + cell.replace("\"", "\"\"") + '"')
                            .collect(Collectors.joining(",")))
                    .append(end);
        }
        return csv.toString();
    }

    @Test
    void accountsForEveryLineOfTextThatIsHardlyCsv() throws IOException {
        Random random = new Random(43);
        String alphabet = "ab,,,\"\"\n\n\r";
        for (int round = 0; round < 2000; round++) {
            StringBuilder csv = new StringBuilder("a,b,c\n");
            for (int length = random.nextInt(80); length > 0; length--) {
                csv.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Read whole = read(csv.toString(), CHUNK);
            Read pieces = read(csv.toString(), 1);
            assertThat(pieces).as(csv.toString()).isEqualTo(whole);
            assertThat(whole.problems().stream().map(Problem::reason))
                    .as(csv.toString())
                    .noneMatch(reason -> reason.contains("cannot be read as CSV"));
        }
    }
}
