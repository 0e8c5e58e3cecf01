package dev.batchable.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.input.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a user sees who gives the program something broken: one clear line, and the good data beside it used.
class BadInputTest {
    private static final String HEADER = "timestamp,request_id,model,provider,input_tokens,output_tokens,key_alias\n";

    @TempDir
    private Path folder;

    private Path good;

    @BeforeEach
    void writeGoodData() throws IOException {
        good = write("good.csv", HEADER + rows(100));
    }

    @Test
    void namesAMissingPathAndUsesTheRest() {
        String missing = folder.resolve("mising.csv").toString();
        Cli.Result result = Cli.launch("audit", good.toString(), missing);
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).startsWith("batchable: " + missing + ": no such file");
        assertThat(result.out()).contains("100 units read").contains("Not read").contains("mising.csv");
    }

    @Test
    void usesATruncatedGzipUpToTheCutAndSaysSo() throws IOException {
        byte[] whole = gzip(HEADER + rows(20_000));
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Cli.Result result = Cli.launch("audit", cut.toString());
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).contains("cut.csv.gz").contains("cut off").contains("export the file again");
        assertThat(units(result.out())).isBetween(5_000L, 15_000L);
    }

    @Test
    void countsACutOffJsonLineAsOneProblemWithItsPlace() throws IOException {
        Path log = write(
                "log.jsonl",
                "{\"timestamp\":\"2026-10-01T00:00:00Z\",\"model\":\"gpt-4o\",\"input_tokens\":5,\"output_tokens\":1}\n"
                        + "{\"timestamp\":\"2026-10-01T00:01:00Z\",\"model\":\"gpt-4o\",\"input_to");
        Cli.Result result = Cli.launch("audit", log.toString());
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("2 units read, 1 not usable").contains("log.jsonl:2");
    }

    @Test
    void refusesABinaryFile() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        Path binary = folder.resolve("photo.csv");
        Files.write(binary, bytes);
        Cli.Result result = Cli.launch("audit", binary.toString(), good.toString());
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).contains("photo.csv").contains("binary");
        assertThat(result.out()).contains("100 units read");
    }

    @Test
    void countsALineOfFiftyMegabytesAsOneProblemAndReadsOn() throws IOException {
        Path log = folder.resolve("long.csv");
        Files.writeString(log, HEADER + rows(10));
        byte[] line = new byte[50 * 1024 * 1024];
        Arrays.fill(line, (byte) 'x');
        line[line.length - 1] = '\n';
        Files.write(log, line, java.nio.file.StandardOpenOption.APPEND);
        Files.writeString(log, rows(10), java.nio.file.StandardOpenOption.APPEND);
        Cli.Result result = Cli.launch("audit", log.toString());
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("21 units read, 1 not usable").contains("long.csv:12");
    }

    @Test
    void countsARaggedRowAsOneProblemWithItsPlace() throws IOException {
        Path log = write("ragged.csv", HEADER + rows(3) + "2026-10-01T09:00:00Z,r-9,gpt-4o\n" + rows(2));
        Cli.Result result = Cli.launch("audit", log.toString());
        assertThat(result.out())
                .contains("6 units read, 1 not usable")
                .contains("ragged.csv:5")
                .contains("3")
                .contains("7");
    }

    @Test
    void saysOfOnePageThatTheRestIsNotInIt() throws IOException {
        Path page = write("page.json", """
                {"object":"page","has_more":true,"data":[{"object":"bucket","start_time":1790726400,
                "end_time":1790812800,"results":[{"object":"organization.usage.completions.result",
                "model":"gpt-5-mini","input_tokens":1000,"output_tokens":10,"num_model_requests":1}]}]}
                """);
        Path report = folder.resolve("report.json");
        Cli.Result result = Cli.launch("audit", page.toString(), "-o", report.toString());
        assertThat(result.status()).isZero();
        assertThat(Files.readString(report))
                .contains(page + " is one page of several (has_more): the rest is not in it");
    }

    @Test
    void refusesAnUnknownFormatWithTheHeaderSeenAndTheNearestFormat() throws IOException {
        Path sales = write("sales.csv", "region,quarter,revenue\nEMEA,Q1,5\n");
        Cli.Result result = Cli.launch("audit", sales.toString());
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err())
                .contains("sales.csv")
                .contains("region, quarter, revenue")
                .contains("--map");
    }

    @Test
    void pointsAtAnUnknownPolicyKeyWithTheNearestOne() throws IOException {
        Path policy =
                write("batchable.yaml", "version: 1\nworkloads:\n  - name: a\n    ownr: me\n    match: {key: a}\n");
        Cli.Result result = Cli.launch("audit", "--policy", policy.toString(), good.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("batchable.yaml:4").contains("ownr").contains("did you mean 'owner'");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void refusesAMapThatNamesAColumnNoInputHas() {
        Cli.Result none = Cli.launch("audit", "--map", "timestamp=nosuch", good.toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("--map names nosuch");
        Cli.Result one = Cli.launch("audit", "--map", "timestamp=timestamp", "--map", "user=nosuch", good.toString());
        assertThat(one.status()).isEqualTo(4);
        assertThat(one.err()).contains("good.csv").contains("names nosuch").contains("key_alias");
    }

    @Test
    void refusesToForceTheFormatOfAPathThatIsNotRead() {
        Cli.Result result = Cli.launch("audit", "--format", "generic:god.csv", good.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("no input is named god.csv");
    }

    @Test
    void refusesAWrongBaselineBeforeItReads() {
        Cli.Result alone = Cli.launch("audit", "--fail-on-new", "no-such-log.csv");
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("--fail-on-new needs --baseline").doesNotContain("no-such-log.csv");
        Cli.Result missing = Cli.launch("audit", "--baseline", "no-such-report.json", "no-such-log.csv");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("no-such-report.json").doesNotContain("no-such-log.csv");
    }

    @Test
    void makesAnyProblemUnusableWhenStrict() throws IOException {
        Path log = write("ragged.csv", HEADER + rows(3) + "2026-10-01T09:00:00Z,r-9,gpt-4o\n");
        assertThat(Cli.launch("audit", "--strict", log.toString()).status()).isEqualTo(4);
        assertThat(Cli.launch("audit", "--strict", good.toString()).status()).isZero();
    }

    @Test
    void refusesToAuditNothing() throws IOException {
        Cli.Result empty = Cli.launch("audit", write("empty.csv", "").toString());
        assertThat(empty.status()).isEqualTo(4);
        assertThat(empty.err()).contains("empty.csv").contains("nothing usable");
        assertThat(empty.out()).isEmpty();
        Cli.Result none = Cli.launch("audit");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("nothing to read");
    }

    @Test
    void saysWhatIsWrongWhereAFileIsReadAsAnother() throws IOException {
        String log = good.toString();
        Cli.Result forced = Cli.launch("audit", "--format", "focus:" + log, log);
        assertThat(forced.status()).isEqualTo(4);
        assertThat(forced.err())
                .contains(log + ": read as focus, but none of it could be used; line 2: ")
                .contains("found '', expected")
                .contains("'batchable formats " + log + "' tells what the file is");
    }

    @Test
    void saysOfAnExportWithoutDaysThatNothingIsInIt() throws IOException {
        String page = write(
                        "page.json",
                        "{\"object\":\"page\",\"data\":[{\"object\":\"bucket\","
                                + "\"start_time\":1790726400,\"end_time\":1790812800,\"results\":[]}],\"has_more\":false}")
                .toString();
        Cli.Result empty = Cli.launch("audit", page);
        assertThat(empty.status()).isEqualTo(4);
        assertThat(empty.err()).contains(page + ": read as openai-usage, and ");
    }

    @Test
    void saysWhichExportIsWantedWhereTracesWithoutTokensAreAllThereIs() throws IOException {
        String traces = write("traces.jsonl", Samples.text("langfuse-traces/sample.jsonl"))
                .toString();
        Cli.Result alone = Cli.launch("audit", traces);
        assertThat(alone.status()).isEqualTo(4);
        assertThat(alone.err())
                .contains("traces.jsonl: it is a Langfuse traces export; it holds no tokens and no models")
                .contains("export the observations instead");
        assertThat(Cli.launch("audit", traces, good.toString()).status()).isZero();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append(String.format(
                    java.util.Locale.ROOT,
                    "2026-10-%02dT%02d:%02d:%02dZ,r-%d-%d,gpt-4o,openai,1000,10,job%n",
                    1 + i % 28,
                    i / 3600 % 24,
                    i / 60 % 60,
                    i % 60,
                    count,
                    i));
        }
        return rows.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static long units(String report) {
        return report.lines()
                .filter(line -> line.startsWith("Sources"))
                .map(line -> line.replaceAll(".*; ([0-9,]+) units read.*", "$1").replace(",", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--map timestam=created",
                "--format genric:x.csv",
                "--threads 0",
                "--top -3",
                "--cost free",
                "--currency euro"
            })
    void refusesAnOptionThatMakesNoSense(String option) {
        String[] words = option.split(" ", 2);
        Cli.Result result = Cli.launch("audit", good.toString(), words[0], words[1]);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("batchable: ")
                .doesNotContain("dev.batchable")
                .containsAnyOf("expected", "as in");
        assertThat(result.out()).isEmpty();
    }

    /// A gate must not pass because a date was mistyped.
    @Test
    void findsNothingUsableWhereAllCallsAreOutsideTheDaysAskedFor() {
        Cli.Result result = Cli.launch("audit", good.toString(), "--since", "2031-01-01", "--fail-above", "1%");
        assertThat(result.status()).isEqualTo(4);
        assertThat(result.err()).contains("outside the days asked for; widen --since");
    }

    @Test
    void saysWhereAPriceFileEndsTooEarly() throws IOException {
        Path prices = write("prices.json", "{");
        Cli.Result result = Cli.launch("audit", good.toString(), "--prices", prices.toString());
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err())
                .contains("'Unexpected end-of-input', expected JSON")
                .doesNotContain("REDACTED");
    }
}
