package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.batchable.policy.FormatMapping;
import dev.batchable.policy.Glob;
import dev.batchable.record.Request;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final String HEADER = "timestamp,request_id,model,input_tokens,output_tokens\n";

    @TempDir
    private Path directory;

    private static String row(int number) {
        return String.format(
                        Locale.ROOT,
                        "2026-10-01T%02d:%02d:00Z,r%d,gpt-4o,%d,7%n",
                        number / 60 % 24,
                        number % 60,
                        number,
                        number)
                .replace("\r", "");
    }

    private static String csv(int rows) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            csv.append(i % 97 == 5 ? "cut,off\n" : row(i));
        }
        return csv.toString();
    }

    private Source file(String name, String text) throws IOException {
        return Source.file(Files.writeString(directory.resolve(name), text), true);
    }

    private static ReadOnce read(Source... sources) {
        return ReadOnce.sources(ReadingOptions.threads(1), sources);
    }

    /// Everything that is seen in canonical order, batch by batch.
    private static List<String> journal(int threads, int chunkBytes, Source... sources) {
        List<String> journal = new ArrayList<>();
        ConcurrentLinkedQueue<Batch> parallel = new ConcurrentLinkedQueue<>();
        ReadingResult result = new Reading(
                        ReadOnce.FORMATS, new ReadingOptions(threads, chunkBytes, Map.of(), List.of()))
                .read(List.of(sources), new BatchSink() {
                    @Override
                    public void inOrder(Batch batch) {
                        journal.add(batch.input()
                                + batch.path()
                                + batch.requests()
                                + batch.problems()
                                + batch.ignored()
                                + batch.units());
                    }

                    @Override
                    public void parallel(Batch batch) {
                        parallel.add(batch);
                    }
                });
        assertThat(parallel).hasSize(journal.size()).doesNotHaveDuplicates();
        journal.add(result.toString());
        return journal;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void handsOverTheSameBatchesForAnyNumberOfThreads(int threads) throws IOException {
        Source[] sources = {file("b.csv", csv(2000)), file("a.csv", csv(1500)), file("c.csv", csv(3))};
        assertThat(journal(threads, 1000, sources)).isEqualTo(journal(1, 1000, sources));
    }

    @Test
    void readsTheSameRecordsInChunksOfAnySize() throws IOException {
        Source source = file("a.csv", csv(500));
        List<String> expected = read(source).collected().records();
        assertThat(expected).hasSize(500 - 6);
        for (int chunk : new int[] {1, 100, 4096}) {
            ReadOnce pieces = ReadOnce.sources(new ReadingOptions(2, chunk, Map.of(), List.of()), source);
            assertThat(pieces.collected().records()).isEqualTo(expected);
            assertThat(pieces.summary()).isEqualTo(read(source).summary());
        }
    }

    @Test
    void readsTheFileWithMostFieldsFirst() throws IOException {
        Source few = file("a.csv", "timestamp,model\n2026-10-01,few\n");
        Source many = file("b.csv", "timestamp,model,cost,status\n2026-10-01,many,1,ok\n");
        Source alsoMany = file("c.csv", "timestamp,model,cost,stream\n2026-10-01,also,1,true\n");
        ReadOnce read = read(few, alsoMany, many);
        assertThat(read.collected().requests())
                .extracting(request -> request.call().model().orElseThrow())
                .containsExactly("many", "also", "few");
        assertThat(read.result().inputs())
                .extracting(input -> input.file().path())
                .containsExactly(few.path(), alsoMany.path(), many.path());
    }

    @Test
    void summarisesAnInput() throws IOException {
        Source source = file("a.csv", HEADER + row(0) + "\n" + row(61) + "x\ny\n" + HEADER.replace("timestamp", "bad"));
        InputSummary summary = read(source).summary();
        assertThat(summary.file().kind()).isEqualTo(InputSummary.Kind.REQUESTS);
        assertThat(summary.file().bytes()).isEqualTo(Files.size(directory.resolve("a.csv")));
        assertThat(summary.file().fingerprint()).hasSize(64);
        assertThat(summary.counts()).isEqualTo(new InputSummary.Counts(7, 1, 5, 2, 0, 3));
        assertThat(summary.problems())
                .containsExactly(
                        new InputSummary.ProblemGroup("a row of 1 cell, the header has 5", 2, 5),
                        new InputSummary.ProblemGroup(
                                "timestamp: found 'bad', expected an ISO 8601 time or an epoch number", 1, 7));
        assertThat(summary.span())
                .contains(new InputSummary.Span(
                        Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-01T01:01:00Z")));
    }

    @Test
    void countsAFileGivenTwiceOnce() throws IOException {
        Source first = file("b.csv", csv(10));
        Source second = file("a.csv", csv(10));
        Source other = file("c.csv", csv(10).replace("r1,", "r9,"));
        ReadOnce read = read(first, second, other);
        assertThat(read.collected().requests()).hasSize(18);
        assertThat(read.result().inputs().get(1).copyOf()).contains(first.path());
        assertThat(read.result().inputs().get(1).counts()).isEqualTo(new InputSummary.Counts(11, 0, 10, 0, 10, 0));
        assertThat(read.result().inputs().get(2).copyOf()).isEmpty();
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void showsWhatItSawOfAnUnrecognisedFile() throws IOException {
        ReadOnce read = read(file("a.csv", "begun,dur,model,secret prompt = \"x\"\n1,2,3,4\n"));
        assertThat(read.result().inputs()).isEmpty();
        String reason = read.result().fileProblems().get(0).reason();
        assertThat(reason)
                .startsWith("no known format claims it; columns begun, dur, model, …; nearest is ")
                .endsWith("; use --map FIELD=COLUMN to name its columns, or --format ID:PATH");
    }

    @Test
    void saysWhereAFileHasNoNamesAtAll() throws IOException {
        ReadOnce read = read(file("notes.md", "# Prices, 2026; \"draft\"\n"), file("a.json", "[7]"));
        assertThat(read.result().fileProblems())
                .extracting(FileProblem::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("; its first line names no columns; "),
                        reason -> assertThat(reason).startsWith("it holds no records"));
    }

    @Test
    void namesTheFieldsThatTheNearestFormatMisses() throws IOException {
        ReadOnce read = read(file("a.jsonl", "{\"input_tokens\":1,\"output_tokens\":2,\"dur\":3}\n"));
        assertThat(read.result().fileProblems().get(0).reason())
                .isEqualTo("no known format claims it; keys input_tokens, output_tokens, dur; nearest is generic,"
                        + " which misses start, model; use --map FIELD=COLUMN to name its columns, or"
                        + " --format ID:PATH");
    }

    @Test
    void tellsFilesThatAreNoLogAtAll() throws IOException {
        Files.write(directory.resolve("binary"), new byte[] {1, 2, 0, 4, '\n'});
        Source gone = file("gone.csv", csv(3));
        Files.delete(directory.resolve("gone.csv"));
        ReadOnce read = read(
                Source.file(directory.resolve("binary"), false),
                file("blank", " \n\n"),
                file("text", "hello\n"),
                file("empty", "[]\n"),
                gone);
        assertThat(read.result().fileProblems())
                .extracting(FileProblem::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("binary, not text"),
                        reason -> assertThat(reason).isEqualTo("holds nothing but blanks"),
                        reason -> assertThat(reason).contains("columns hello; none of it looks like"),
                        reason -> assertThat(reason).startsWith("it holds no records"),
                        reason -> assertThat(reason).isEqualTo("no such file or directory; check the path"));
        assertThat(read.result().fileProblems()).extracting(FileProblem::named).startsWith(false, true);
    }

    @Test
    void usesWhatCameBeforeTheCutOfACompressedFile() throws IOException {
        byte[] whole = TextTest.gzip(csv(20_000).getBytes(StandardCharsets.UTF_8));
        ReadOnce read = ReadOnce.bytes(Arrays.copyOf(whole, whole.length / 2));
        assertThat(read.collected().requests()).hasSizeGreaterThan(5_000);
        assertThat(read.collected()
                        .problems()
                        .get(read.collected().problems().size() - 1)
                        .reason())
                .isEqualTo("cut off by the end of readable data");
        assertThat(read.result().fileProblems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.reason())
                                .isEqualTo(
                                        "the compressed data is cut off; what came before was read, copy or export the file again for the rest"));
        assertThat(read.tiesOut()).isTrue();
    }

    @Test
    void readsADirectoryNamedLikeAFileAsADirectory() throws IOException {
        Path inner = Files.createDirectories(directory.resolve("log.csv"));
        Files.writeString(inner.resolve("part.csv"), csv(3));
        Sources sources = Sources.of(List.of(inner.toString()), System.in);
        assertThat(read(sources.sources().toArray(Source[]::new)).collected().requests())
                .hasSize(3);
    }

    @Test
    void losesOneLineToALineLongerThanTheLimit() throws IOException {
        Path file = directory.resolve("long.jsonl");
        String unit = "{\"timestamp\":\"2026-10-01\",\"model\":\"m\",\"cost\":1}\n";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(unit.getBytes(StandardCharsets.UTF_8));
            out.write('{');
            byte[] filler = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(filler);
            }
            out.write('\n');
            out.write(unit.getBytes(StandardCharsets.UTF_8));
        }
        ReadOnce read = read(Source.file(file, true));
        assertThat(read.collected().requests()).hasSize(2);
        assertThat(read.collected().problems())
                .containsExactly(new Problem(2, "longer than 32 MiB, skipped; export it in smaller pages or batches"));
        assertThat(read.summary().counts()).isEqualTo(new InputSummary.Counts(3, 0, 3, 2, 0, 1));
    }

    @Test
    void losesOneRowToACellLongerThanTheLimit() throws IOException {
        Path file = directory.resolve("long.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((HEADER + row(0)).getBytes(StandardCharsets.UTF_8));
            byte[] filler = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 35; i++) {
                out.write(filler);
            }
            out.write(("\n" + row(1)).getBytes(StandardCharsets.UTF_8));
        }
        ReadOnce read = read(Source.file(file, true));
        assertThat(read.collected().requests()).hasSize(2);
        assertThat(read.collected().problems())
                .containsExactly(new Problem(3, "longer than 32 MiB, skipped; export it in smaller pages or batches"));
    }

    @Test
    void losesOneElementToAnElementLongerThanTheLimit() throws IOException {
        Path file = directory.resolve("long.json");
        String unit = "{\"timestamp\":\"2026-10-01\",\"model\":\"m\",\"cost\":1}";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("[" + unit + ",\n{\"x\":\"").getBytes(StandardCharsets.UTF_8));
            byte[] filler = "]}\\\"".repeat(250_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 35; i++) {
                out.write(filler);
            }
            out.write(("\"},\n" + unit + "]").getBytes(StandardCharsets.UTF_8));
        }
        ReadOnce read = read(Source.file(file, true));
        assertThat(read.collected().requests()).hasSize(2);
        assertThat(read.collected().problems())
                .containsExactly(new Problem(2, "longer than 32 MiB, skipped; export it in smaller pages or batches"));
        assertThat(read.result().fileProblems()).isEmpty();
    }

    private static ReadOnce mapped(Map<String, String> map, String glob, Source source) {
        FormatMapping mapping = new FormatMapping(1, "our-proxy", Glob.of(glob), map);
        return ReadOnce.sources(new ReadingOptions(1, 1000, Map.of(), List.of(mapping)), source);
    }

    @Test
    void readsAFormatOfTheUser() throws IOException {
        Source source = file("proxy-1.csv", "created,tok_a,app,dur\n2026-10-01T08:00:00Z,12,invoices,1.5\n");
        Map<String, String> map =
                Map.of("timestamp", "created", "input_tokens", "tok_a", "key", "app", "latency_s", "dur");
        Request request =
                mapped(map, "proxy-*.csv", source).collected().requests().get(0);
        assertThat(request.tokens().orElseThrow().input()).isEqualTo(12);
        assertThat(request.caller().keyAlias()).contains("invoices");
        assertThat(request.timing().latencyMillis()).hasValue(1500);
        assertThat(mapped(map, "other-*.csv", source).collected().requests()).isEmpty();
    }

    @Test
    void forcesAFormatForOnePath() throws IOException {
        Source source = file("a.csv", "when,model\n2026-10-01,m\n");
        ReadOnce read =
                ReadOnce.sources(new ReadingOptions(1, 1000, Map.of(source.path(), "generic"), List.of()), source);
        assertThat(read.summary().counts().problems()).isEqualTo(1);
        FormatMapping mapping = new FormatMapping(1, "ours", Glob.of("nothing"), Map.of("timestamp", "when"));
        ReadOnce byName =
                ReadOnce.sources(new ReadingOptions(1, 1000, Map.of(source.path(), "ours"), List.of(mapping)), source);
        assertThat(byName.collected().requests()).hasSize(1);
    }

    @Test
    void refusesOptionsThatNameNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadOnce.sources(new ReadingOptions(1, 1000, Map.of("x", "nonsense"), List.of())))
                .withMessageStartingWith("unknown format 'nonsense'; known are ")
                .withMessageContaining(", focus, ")
                .withMessageContaining(", generic, ")
                .withMessageEndingWith("as in --format litellm-spendlogs:PATH");
        FormatMapping mapping = new FormatMapping(1, "ours", Glob.of("*"), Map.of("flavour", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReadOnce.sources(new ReadingOptions(1, 1000, Map.of(), List.of(mapping))))
                .withMessageStartingWith("no field is named 'flavour'");
        assertThatIllegalArgumentException().isThrownBy(() -> ReadingOptions.threads(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadingOptions(1, Limits.MAX_LINE_BYTES + 1, Map.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void throwsWhatTheSinkThrows(int threads) throws IOException {
        Source source = file("a.csv", csv(5000));
        Reading reading = new Reading(ReadOnce.FORMATS, new ReadingOptions(threads, 500, Map.of(), List.of()));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> reading.read(List.of(source), new BatchSink() {
                    @Override
                    public void inOrder(Batch batch) {}

                    @Override
                    public void parallel(Batch batch) {
                        throw new UnsupportedOperationException("full");
                    }
                }));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> reading.read(List.of(source), new BatchSink() {
                    @Override
                    public void inOrder(Batch batch) {
                        throw new AssertionError("broken");
                    }

                    @Override
                    public void parallel(Batch batch) {}
                }));
    }

    @Test
    void stopsWhenItIsInterrupted() throws IOException {
        Source source = file("a.csv", csv(50));
        Reading reading = new Reading(ReadOnce.FORMATS, ReadingOptions.threads(2));
        Thread.currentThread().interrupt();
        assertThatIllegalStateException()
                .isThrownBy(() -> reading.read(List.of(source), new Collected()))
                .withMessage("reading was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsStandardInputApartFromFiles() {
        Source source = Source.stream("-", () -> new ByteArrayInputStream(csv(5).getBytes(StandardCharsets.UTF_8)));
        InputSummary summary = read(source).summary();
        assertThat(summary.file().path()).isEqualTo("-");
        assertThat(summary.counts().units()).isEqualTo(5);
        assertThat(summary.copyOf()).isEqualTo(Optional.empty());
    }

    @Test
    void tellsUpToAThousandReasonsApart() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 1500; i++) {
            csv.append("x").append(i).append(",r,m,1,1\n");
        }
        InputSummary summary = read(file("a.csv", csv.toString())).summary();
        assertThat(summary.problems()).hasSize(1001);
        assertThat(summary.problems().get(1000)).isEqualTo(new InputSummary.ProblemGroup("further reasons", 500, 1002));
        assertThat(summary.counts().problems()).isEqualTo(1500);
    }
}
