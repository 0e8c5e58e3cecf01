package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.json.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
    private static final String VISION = "samples/vision-proxy-2026-10.csv";

    @TempDir
    private Path folder;

    private static Cli.Result simulate(String... arguments) {
        Stream<String> before = Stream.of("simulate", "--policy", "samples/batchable.yaml", "--runs", "3");
        return Cli.launch(Stream.concat(before, Stream.of(arguments)).toArray(String[]::new));
    }

    private static Cli.Result photos(String... arguments) {
        Stream<String> before = Stream.of("--workload", "photo-tagger", "--assume-latency", "24h", VISION);
        return simulate(Stream.concat(before, Stream.of(arguments)).toArray(String[]::new));
    }

    @Test
    void simulatesTheRecommendedMovesOfASampleInASchemasShape() throws IOException {
        Path json = folder.resolve("simulation.json");
        Cli.Result result = simulate("-q", "-o", json.toString(), "samples");
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        String text = Files.readString(json);
        assertThat(ReportSchema.load(Path.of("docs/simulate.schema.json")).errors(text))
                .isEmpty();
        JsonNode simulation = new JsonMapper().readTree(text);
        assertThat(names(simulation)).containsExactly("invoice-extract", "product-reembed", "weekly-report");
        simulation.get("workloads").forEach(SimulateCommandTest::tiesOut);
    }

    private static List<String> names(JsonNode simulation) {
        return simulation
                .get("workloads")
                .valueStream()
                .map(workload -> workload.get("name").asString())
                .toList();
    }

    private static void tiesOut(JsonNode workload) {
        long sum = Stream.of("completed", "cancelled", "expired", "unsent", "pending")
                .mapToLong(name -> workload.get(name).get("middle").asLong())
                .sum();
        assertThat(sum).isEqualTo(workload.get("arrived").asLong()).isPositive();
        assertThat(workload.get("fellBack").get("middle").asLong())
                .isEqualTo(sum
                        - workload.get("completed").get("middle").asLong()
                        - workload.get("pending").get("middle").asLong());
    }

    @Test
    void schemaNoticesAMissingMember() throws IOException {
        Path json = folder.resolve("simulation.json");
        photos("-q", "-o", json.toString());
        String text = Files.readString(json);
        ReportSchema schema = ReportSchema.load(Path.of("docs/simulate.schema.json"));
        assertThat(schema.errors(text)).isEmpty();
        assertThat(schema.errors(text.replaceFirst("\"hitRate\"", "\"hit\""))).isNotEmpty();
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreads() {
        assertThat(photos("--threads", "1").out())
                .isEqualTo(photos("--threads", "4").out())
                .contains("photo-tagger on batch", "a supposition: the verdict is undecided");
        assertThat(photos("--seed", "2").out()).isNotEqualTo(photos().out());
    }

    @Test
    void writesTheQueueByTheHour() throws IOException {
        Path csv = folder.resolve("queue.csv");
        photos("-q", "-o", csv.toString(), "--submit", "at:02:00");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0))
                .isEqualTo("hour,workload,arrived,completed,fellBack,waiting,waitingTokens,oldestSeconds");
        long arrived = lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[2]))
                .sum();
        assertThat(arrived).isGreaterThan(1_000);
        assertThat(lines.get(1)).startsWith("2026-10-");
    }

    @Test
    void saysWhatToDeclareWhereNothingIsMovable() {
        Cli.Result result = simulate(VISION);
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("No workload was simulated", "Not simulated", "Declare");
    }

    @Test
    void refusesWhatAUserWaitsOn() {
        Cli.Result result = simulate("--workload", "support-chat", "samples/litellm-spendlogs-2026-10.jsonl.gz");
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("support-chat (keep): A user waits on it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--submit | every:15 | such as 4h",
                "--submit | hourly | every:15m, size:10000 or at:02:00",
                "--target | priority | expected batch or flex",
                "--deadline | 4 hours | such as 4h",
                "--deadline | 30s | expected 10m or more",
                "--assume-latency | soon | such as 4h",
                "--queue-cap | 5M | requests:200000",
                "--runs | 0 | 1 to 1000",
                "--runs | 1001 | 1 to 1000",
                "--seed | x | --seed",
                "--workload | nobody | no workload of that name",
                "-o | queue.xml | .txt, .json, .csv",
                "-o | nowhere/queue.csv | there is no folder"
            })
    void refusesWrongOptionsWithAnExample(String option, String value, String hint) {
        Cli.Result result = Cli.launch("simulate", option, value, VISION);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(hint);
    }

    @Test
    void refusesASubmissionRuleOnFlex() {
        assertThat(simulate("--target", "flex", "--submit", "every:1h", VISION).err())
                .contains("--submit is for batches");
    }

    @Test
    void endsLikeAnAuditWhereTheInputIsUnusable() {
        assertThat(Cli.launch("simulate", "samples/nothing-here.csv").status()).isEqualTo(4);
    }
}
