package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same calls by several routes, from the command line.
class OneCallOnceTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private JsonNode audit(String... paths) throws IOException {
        Path report = directory.resolve("report.json");
        List<String> args = new ArrayList<>(List.of("audit", "-q", "-o", report.toString()));
        args.addAll(List.of(paths));
        Cli.Result result = Cli.launch(args.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return JSON.readTree(Files.readString(report));
    }

    /// A gateway's log with many columns, hardly any of them filled.
    private static String gateway(int calls) {
        StringBuilder log =
                new StringBuilder("request_id,timestamp,model,input_tokens,output_tokens,key,user,session_id,"
                        + "status,stream,latency_ms,user_agent\n");
        IntStream.range(0, calls)
                .forEach(i ->
                        log.append(String.format("r%03d,2026-10-01T08:%02d:00Z,gpt-5,100,10,,,,,,,%n", i, i % 60)));
        return log.toString();
    }

    /// The provider's log of the same calls: few columns, all filled; stamps a second later.
    private static String provider(int calls) {
        StringBuilder log =
                new StringBuilder("request_id,timestamp,model,input_tokens,output_tokens,key,status,cost\n");
        IntStream.range(0, calls)
                .forEach(i -> log.append(
                        String.format("r%03d,2026-10-01T08:%02d:01Z,gpt-5,100,10,nightly,200,0.01%n", i, i % 60)));
        return log.toString();
    }

    @Test
    void countsTheCopyThatTellsMostWhateverTheOrderAndTheNames() throws IOException {
        JsonNode one = audit(file("a.csv", gateway(40)), file("b.csv", provider(50)));
        JsonNode other = audit(file("a.csv", provider(50)), file("b.csv", gateway(40)));
        assertThat(one.path("totals").path("requests").asLong()).isEqualTo(50);
        assertThat(one.path("totals").path("spend").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(one.path("workloads")).hasSize(1).isEqualTo(other.path("workloads"));
        assertThat(one.path("totals")).isEqualTo(other.path("totals"));
        assertThat(one.path("inputs").path(0).path("duplicates").asLong()).isEqualTo(40);
        assertThat(one.path("inputs").path(0).path("records").asLong()).isZero();
    }

    /// A tracing tool's export of the same calls under ids of its own.
    private static String tracing(int calls) {
        StringBuilder log = new StringBuilder();
        IntStream.range(0, calls)
                .forEach(i -> log.append(String.format(
                        "{\"run_type\": \"llm\", \"id\": \"run-%1$d\", \"trace_id\": \"trace-%1$d\", \"dotted_order\": \"%1$d\","
                                + " \"start_time\": \"2026-10-01T08:%2$02d:00\", \"end_time\": \"2026-10-01T08:%2$02d:02\","
                                + " \"extra\": {\"metadata\": {\"ls_provider\": \"openai\", \"ls_model_name\": \"gpt-5\"}},"
                                + " \"prompt_tokens\": 100, \"completion_tokens\": 10}%n",
                        i, i % 60)));
        return log.toString();
    }

    @Test
    void countsCallsThatTwoLogsTellUnderOtherIdsOnce() throws IOException {
        JsonNode report = audit(file("a.jsonl", tracing(50)), file("b.csv", provider(50)));
        assertThat(report.path("totals").path("requests").asLong()).isEqualTo(50);
        assertThat(report.path("findings").toString())
                .contains("\"id\":\"log-overlap\"")
                .contains("50 calls (5,500 tokens) of gpt-5 stand in the logs of ");
    }

    @Test
    void leavesTotalsOfTheSameDaysToTheLog() throws IOException {
        String log = file("calls.csv", provider(50));
        String usage = file("usage.csv", """
                bucket_start,bucket_seconds,model,requests,input_tokens,output_tokens
                2026-10-01T00:00:00Z,86400,gpt-5,50,5000,500
                2026-10-02T00:00:00Z,86400,gpt-5,7,700,70
                """);
        JsonNode report = audit("--since", "2026-10-01", "--until", "2026-10-03", log, usage);
        assertThat(report.path("totals").path("requests").asLong()).isEqualTo(57);
        assertThat(report.path("inputs").path(1).path("duplicates").asLong()).isEqualTo(1);
        assertThat(report.path("findings").toString())
                .contains("\"id\":\"usage-overlap\"")
                .contains("they tell 5,500 tokens, the logs 5,500\"");
    }

    @Test
    void countsLinesThatTwoDeliveriesOfABillHoldOnce() throws IOException {
        String[] lines = Files.readString(Path.of("samples/focus-2026-10.csv")).split("(?<=\n)");
        String first = file("first.csv", String.join("", List.of(lines).subList(0, 400)));
        String second =
                file("second.csv", lines[0] + String.join("", List.of(lines).subList(300, lines.length)));
        JsonNode whole = audit("samples/focus-2026-10.csv");
        JsonNode parts = audit(first, second);
        assertThat(parts.path("reconciliation").path("billed"))
                .isEqualTo(whole.path("reconciliation").path("billed"));
        assertThat(parts.path("inputs").path(1).path("duplicates").asLong()).isEqualTo(100);
    }
}
