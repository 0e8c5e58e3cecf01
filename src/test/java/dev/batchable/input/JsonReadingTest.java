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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {
    private enum Key {
        MODEL,
        CACHED,
        TAGS
    }

    private static final int CHUNK = 1 << 16;

    /// Each unit as its line and its values.
    private record Read(List<String> rows, List<Problem> problems, long lines, long blank, List<String> damage) {}

    private static Read read(String json, int chunkBytes) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (Text text = Text.open(Source.stream("in", () -> new ByteArrayInputStream(bytes)))) {
            Detected detected = HeadReader.read(text.peek(Limits.HEAD_BYTES));
            PathTree<Key> tree = new PathTree<>(FieldTable.<Key>builder()
                    .field(Key.MODEL, "model", "gen_ai.request.model")
                    .field(Key.CACHED, "usage.details.cached", "metadata.usage.cached")
                    .field(Key.TAGS, "tags", "metadata.tags")
                    .build()
                    .bindings());
            JsonWalk walk = new JsonWalk();
            RowView<Key> row = new RowView<>(tree, walk, "in");
            List<String> rows = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            UnitReader<Key> reader = detected.reader(tree, walk, Nesting.FLAT);
            UnitCutter cutter = detected.cutter(text, chunkBytes);
            Chunk chunk = new Chunk();
            while (cutter.next(chunk)) {
                problems.addAll(chunk.problems());
                reader.read(chunk, row, new UnitReader.Units() {
                    @Override
                    public void row() {
                        rows.add(row.line() + ":"
                                + Stream.of(Key.values())
                                        .map(key -> row.text(key).orElse("-"))
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
            return new Read(
                    rows,
                    problems,
                    cutter.lines(),
                    cutter.blank(),
                    cutter.damage().stream().toList());
        }
    }

    private static List<String> rows(String json) throws IOException {
        Read read = read(json, CHUNK);
        assertThat(read.problems()).isEmpty();
        return read.rows();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"\\\"gpt-4o\\\"\"|gpt-4o",
                "\"\\\"\\\\\\\"gpt-4o\\\\\\\"\\\"\"|gpt-4o",
                "\"\\\"\\\"\"|-",
                "\"\\\"null\\\"\"|-",
                "\"\\\"a\\\" and \\\"b\\\"\"|\"a\" and \"b\"",
                "\"\\\"\"|\"",
            })
    void readsAJsonStringKeptAsTextAsTheTextItStandsFor(String json, String model) throws IOException {
        assertThat(read("{\"model\": " + json + "}\n", CHUNK).rows()).containsExactly("1:" + model + "|-|-");
    }

    @Test
    void readsLinesAndSkipsBlankOnes() throws IOException {
        Read read = read("\n{\"model\":\"a\"}\n  \n\t{\"model\":\"b\"} \r\n{\"model\":null}", CHUNK);
        assertThat(read.rows()).containsExactly("2:a|-|-", "4:b|-|-", "5:-|-|-");
        assertThat(read.blank()).isEqualTo(2);
        assertThat(read.lines()).isEqualTo(5);
    }

    @Test
    void findsKeysThatHoldDotsHoweverTheyAreNested() throws IOException {
        assertThat(rows("""
                        {"gen_ai.request.model": "a"}
                        {"gen_ai": {"request": {"model": "b"}}}
                        {"gen_ai.request": {"model": "c"}}
                        {"gen_ai": {"request.model": "d"}}
                        """)).containsExactly("1:a|-|-", "2:b|-|-", "3:c|-|-", "4:d|-|-");
    }

    @Test
    void takesTheFirstPlaceThatHoldsAValue() throws IOException {
        assertThat(rows("""
                        {"gen_ai.request.model": "second", "model": "first"}
                        {"gen_ai.request.model": "second", "model": ""}
                        """)).containsExactly("1:first|-|-", "2:second|-|-");
    }

    @Test
    void entersJsonInsideTextAndInsideThatAgain() throws IOException {
        String once = "{\"usage\":{\"cached\":5}}".replace("\"", "\\\"");
        assertThat(rows("{\"metadata\":\"" + once + "\"}")).containsExactly("1:-|5|-");
        String twice = "{\\\"usage\\\": \\\"{\\\\\\\"cached\\\\\\\": 7}\\\"}";
        assertThat(rows("{\"metadata\":\"" + twice + "\"}")).containsExactly("1:-|7|-");
        String quoted = "\\\"{\\\\\\\"usage\\\\\\\":{\\\\\\\"cached\\\\\\\":9}}\\\"";
        assertThat(rows("{\"metadata\":\"" + quoted + "\"}")).containsExactly("1:-|9|-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'usage': {'cached': 5}}", "{\\\"usage\\\":", "plain text", "[1]", "\\\"", "\\\"  \\\""})
    void takesTextThatIsNoJsonForAbsent(String text) throws IOException {
        assertThat(rows("{\"model\":\"a\",\"metadata\":\"" + text + "\"}")).containsExactly("1:a|-|-");
    }

    @Test
    void keepsArraysAndObjectsAsTheirText() throws IOException {
        assertThat(rows("{\"tags\":[\"ä\", {\"x\":1}],\"model\":\"a\"}\n{\"metadata\":{\"tags\":{\"k\":\"v\"}}}"))
                .containsExactly("1:a|-|[\"ä\", {\"x\":1}]", "2:-|-|{\"k\":\"v\"}");
    }

    @Test
    void keepsArraysInsideEmbeddedJsonAsTheirText() throws IOException {
        assertThat(rows("{\"metadata\":\"{\\\"é\\\":1,\\\"tags\\\":[\\\"x\\\", 2]}\"}"))
                .containsExactly("1:-|-|[\"x\", 2]");
    }

    @Test
    void losesNothingButTheBadLine() throws IOException {
        Read read = read(
                "{\"model\":\"a\"}\n{\"model\":\"b\"\n[1,2]\n{\"model\":\"c\"} {}\nnonsense\n{\"model\":\"d\"}\n{\"mod",
                CHUNK);
        assertThat(read.rows()).containsExactly("1:a|-|-", "6:d|-|-");
        assertThat(read.problems())
                .containsExactly(
                        new Problem(2, "the JSON document is cut off"),
                        new Problem(3, "a JSON object was expected"),
                        new Problem(4, "not valid JSON"),
                        new Problem(5, "not valid JSON"),
                        new Problem(7, "the JSON document is cut off"));
    }

    @Test
    void refusesNestingBeyondTheLimit() throws IOException {
        String deep = "{\"x\":".repeat(Limits.MAX_DEPTH + 1) + "1" + "}".repeat(Limits.MAX_DEPTH + 1);
        Read read = read("{\"model\":\"a\"}\n" + deep + "\n", CHUNK);
        assertThat(read.rows()).containsExactly("1:a|-|-");
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).startsWith("nested deeper than 200 levels"));
    }

    @Test
    void readsNotANumberFromPython() throws IOException {
        assertThat(rows("{\"score\": NaN, \"model\": \"a\"}")).containsExactly("1:a|-|-");
    }

    @Test
    void readsTheElementsOfAnArray() throws IOException {
        Read read =
                read("[\n  {\"model\": \"a\"},\n  {\"model\": \"]}\\\"\"},\n  7,\n  {\"model\": \"c\"}\n]\n", CHUNK);
        assertThat(read.rows()).containsExactly("2:a|-|-", "3:]}\"|-|-", "5:c|-|-");
        assertThat(read.problems()).containsExactly(new Problem(4, "a JSON object was expected"));
        assertThat(read.lines()).isEqualTo(6);
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void readsTheElementsUnderAnEnvelope() throws IOException {
        Read read = read(
                "{\"object\": \"page\", \"note\": \"[{\",\n \"data\": [{\"model\": \"a\"}, {\"model\": \"b\"}],\n"
                        + " \"has_more\": false}\n{\"data\": [{\"model\": \"c\"}]}",
                CHUNK);
        assertThat(read.rows()).containsExactly("2:a|-|-", "2:b|-|-", "4:c|-|-");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void takesACallWithAnArrayOfDataForOneUnit() throws IOException {
        assertThat(rows("{\"data\": [{\"model\": \"x\"}], \"model\": \"a\"}\n{\"data\": [{}], \"model\": \"b\"}"))
                .containsExactly("1:a|-|-", "2:b|-|-");
    }

    @Test
    void readsDocumentsThatSpanLines() throws IOException {
        assertThat(rows("{\n  \"model\": \"a\"\n}\n{\n  \"model\": \"b\"\n}\n")).containsExactly("1:a|-|-", "4:b|-|-");
    }

    @Test
    void entersJsonWhoseQuotesCameDoubledTwice() throws IOException {
        assertThat(read("metadata\n\"{\"\"\"\"usage\"\"\"\":{\"\"\"\"cached\"\"\"\":7}}\"\n", CHUNK)
                        .rows())
                .containsExactly("2:-|7|-");
        assertThat(read("metadata\n\"{\"\"\"\":1,\"\"tags\"\":\"\"\"\"}\"\n", CHUNK)
                        .rows())
                .containsExactly("2:-|-|-");
    }

    @Test
    void tellsADocumentThatIsNotClosed() throws IOException {
        Read read = read("[{\"model\": \"a\"},\n{\"model\": \"b\"},\n{\"mod", CHUNK);
        assertThat(read.rows()).containsExactly("1:a|-|-", "2:b|-|-");
        assertThat(read.problems()).containsExactly(new Problem(3, "the JSON document is cut off"));
        assertThat(read.damage())
                .containsExactly("the JSON document is not closed; what came before its end was read, copy or export"
                        + " the file again for the rest");
    }

    @Test
    void readsAnySplitOfTheTextAlike() throws IOException {
        Random random = new Random(5);
        String[] parts = {
            "{\"model\":\"a\"}",
            "{\"x\":\"\\\"}{[\\\\\",\"model\":\"b\"}",
            ",",
            "\n",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "\\",
            "7",
            "{\"data\":[{\"model\":\"c\"}]}",
            ":",
            "{\"tags\":[[],{}],\"metadata\":\"{}\"}",
            " "
        };
        for (int round = 0; round < 3000; round++) {
            StringBuilder json = new StringBuilder(random.nextBoolean() ? "[" : "{\"model\":\"a\"}");
            for (int length = random.nextInt(12); length > 0; length--) {
                json.append(parts[random.nextInt(parts.length)]);
            }
            Read whole = read(json.toString(), CHUNK);
            for (int chunk : new int[] {1, 5, 16}) {
                assertThat(read(json.toString(), chunk)).as(json.toString()).isEqualTo(whole);
            }
        }
    }
}
