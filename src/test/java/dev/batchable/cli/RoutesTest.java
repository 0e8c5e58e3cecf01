package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls that reach the program by several exports, by the sums that are known beforehand.
class RoutesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text).toString();
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
    }

    private JsonNode audit(String... args) throws IOException {
        Path report = folder.resolve("report.json");
        List<String> all = new ArrayList<>(List.of("audit", "-q", "-o", report.toString()));
        all.addAll(List.of(args));
        Cli.Result result = Cli.launch(all.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        JsonNode read = JSON.readTree(Files.readString(report));
        assertThat(read.path("inputs")).allSatisfy(RoutesTest::accountsForEveryUnit);
        return read;
    }

    private static void accountsForEveryUnit(JsonNode input) {
        long told = List.of("records", "ignored", "duplicates", "problems").stream()
                .mapToLong(what -> input.path(what).asLong())
                .sum();
        assertThat(told).as(input.toString()).isEqualTo(input.path("units").asLong());
    }

    private static long requests(JsonNode report) {
        return report.path("totals").path("requests").asLong();
    }

    private static String evidence(JsonNode report, String signal) {
        return StreamSupport.stream(report.path("workloads").spliterator(), false)
                .flatMap(workload -> workload.path("answers").valueStream())
                .flatMap(answer -> answer.path("evidence").valueStream())
                .filter(found -> found.path("signal").asString().equals(signal))
                .map(found -> found.path("found").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String spendLogs(int from, int until) {
        return "request_id,call_type,api_key,spend,total_tokens,prompt_tokens,completion_tokens,startTime,endTime,"
                + "model,metadata,custom_llm_provider,status\n"
                + lines(until - from, n -> {
                    int i = from + n;
                    return String.format(
                            Locale.ROOT,
                            "chatcmpl-%d,acompletion,aa,0.0025,1010,1000,10,2026-10-05 08:%02d:00.000,"
                                    + "2026-10-05 08:%02d:02.000,gpt-4o,\"{\"\"user_api_key_alias\"\": \"\"search\"\"}\","
                                    + "openai,success%n",
                            i,
                            i % 60,
                            i % 60);
                });
    }

    private static String payload(int i) {
        return String.format(Locale.ROOT, """
                {"id":"chatcmpl-%d","call_type":"acompletion","stream":false,"custom_llm_provider":"openai",\
                "status":"success","startTime":"2026-10-05 08:%02d:00.000","endTime":"2026-10-05 08:%02d:02.000",\
                "model":"gpt-4o","prompt_tokens":1000,"completion_tokens":10,"total_tokens":1010,\
                "response_cost":0.0025,"metadata":{"user_api_key_alias":"search","attempted_retries":0}}
                """, i, i % 60, i % 60);
    }

    @Test
    void countsAGatewaysTableAndItsFilesInATreeOnceWhateverTheOrderAndTheThreads() throws IOException {
        String table = file("spend.csv", spendLogs(0, 60));
        String later = file("later.csv", spendLogs(40, 80));
        for (int i = 0; i < 30; i++) {
            file("tree/day-" + i % 3 + "/" + i + ".json", payload(i));
        }
        String tree = folder.resolve("tree").toString();
        JsonNode report = audit("--threads", "1", table, later, tree);
        assertThat(requests(report)).isEqualTo(80);
        assertThat(report.path("totals").path("spend").decimalValue()).isEqualByComparingTo("0.2");
        assertThat(audit("--threads", "4", tree, later, table)).isEqualTo(report);
    }

    /// A root span that names the client, an agent around the call that repeats its tokens, and two libraries.
    private static String trace(int i, boolean first) {
        String attributes = first ? """
                {"openinference.span.kind":"LLM","llm.model_name":"gpt-4o","llm.provider":"openai",\
                "llm.token_count.prompt":1000,"llm.token_count.completion":10}""" : """
                {"llm.request.type":"chat","gen_ai.system":"OpenAI","gen_ai.request.model":"gpt-4o",\
                "gen_ai.usage.input_tokens":1000,"gen_ai.usage.output_tokens":10}""";
        String around = first ? span(i, "agent", "root", """
                        {"openinference.span.kind":"AGENT","llm.token_count.prompt":1000,"session.id":"s-%d"}
                        """.formatted(i / 2)) : span(i, "root", "", """
                        {"http.request.method":"POST","user_agent.original":"Mozilla/5.0"}
                        """);
        return String.format(
                Locale.ROOT,
                """
                {"resourceSpans":[{"scopeSpans":[{"scope":{"name":"%s"},"spans":[%s,%s]}]}]}
                """.strip() + "%n",
                first ? "openinference" : "openllmetry",
                span(i, first ? "a" : "b", "agent", attributes),
                around);
    }

    private static String span(int i, String id, String parent, String attributes) {
        long start = 1_793_520_000L + i * 60L;
        return String.format(Locale.ROOT, """
                {"traceId":"t-%d","spanId":"%s","parentSpanId":"%s","name":"x","startTimeUnixNano":"%d000000000",\
                "endTimeUnixNano":"%d000000000","attributes":%s}""", i, id, parent, start, start + 2, attributes.strip());
    }

    @Test
    void countsACallOfATraceOnceThatTwoLibrariesReportInTwoFiles() throws IOException {
        String one = lines(40, i -> trace(i, true));
        String two = lines(40, i -> trace(i, false));
        JsonNode apart = audit(file("one.jsonl", one), file("two.jsonl", two));
        assertThat(requests(apart)).isEqualTo(40);
        assertThat(apart.path("workloads").path(0).path("tokens").path("input").asLong())
                .isEqualTo(40_000);
        assertThat(evidence(apart, "clients")).startsWith("100.0 % interactive");
        assertThat(evidence(apart, "session-pauses")).contains("of sessions hold a pause");
        JsonNode whole = audit(file("whole.jsonl", one + two));
        assertThat(whole.path("workloads")).isEqualTo(apart.path("workloads"));
    }

    @Test
    void givesLangfusesCallsTheSessionsAndUsersOfItsTraces() throws IOException {
        String observations = file("observations.jsonl", lines(40, i -> String.format(Locale.ROOT, """
                        {"id":"o-%d","traceId":"t-%d","type":"GENERATION","name":"answer",\
                        "startTime":"2026-10-05T08:%02d:00Z","endTime":"2026-10-05T08:%02d:02Z","projectId":"p",\
                        "environment":"prod","level":"DEFAULT","model":"gpt-4o","usageDetails":{"input":100,"output":10},\
                        "costDetails":{},"metadata":{}}
                        """, i, i, i, i)));
        String traces = file("traces.jsonl", lines(40, i -> String.format(Locale.ROOT, """
                        {"id":"t-%d","timestamp":"2026-10-05T08:%02d:00Z","name":"support","userId":"u-%d",\
                        "sessionId":"s-%d","environment":"prod","tags":[],"release":null,"version":null}
                        """, i, i, i % 10, i / 4)));
        JsonNode report = audit(traces, observations);
        assertThat(requests(report)).isEqualTo(40);
        assertThat(evidence(report, "end-users")).contains("10 distinct end users");
        assertThat(evidence(report, "session-pauses")).doesNotContain("not applicable");
    }

    private static String answer(String session, int i) {
        String line = """
                {"parentUuid":null,"isSidechain":false,"entrypoint":"cli","cwd":"/work/ledger","sessionId":"%s",\
                "type":"assistant","message":{"model":"claude-sonnet-4-5","id":"msg_01%d","role":"assistant",\
                "usage":{"input_tokens":500,"output_tokens":%d}},"requestId":"req_01%d","uuid":"%s-%d-%d",\
                "timestamp":"2026-10-05T08:%02d:0%dZ"}
                """;
        return String.format(Locale.ROOT, line, session, i, 1, i, session, i, 1, i, 1)
                + String.format(Locale.ROOT, line, session, i, 50, i, session, i, 2, i, 4);
    }

    private static String counts(int i) {
        return String.format(Locale.ROOT, """
                {"timestamp":"2026-10-05T08:%02d:00.000Z","type":"event_msg","payload":{"type":"token_count",\
                "info":{"model":"gpt-5","total_token_usage":{"input_tokens":%d},\
                "last_token_usage":{"input_tokens":1000,"output_tokens":10}}}}
                """, i, i * 1000);
    }

    @Test
    void countsWhatAForkOrABackupOfASessionRepeatsOnce() throws IOException {
        JsonNode claude =
                audit(file("a.jsonl", lines(10, i -> answer("a", i))), file("b.jsonl", lines(15, i -> answer("b", i))));
        assertThat(requests(claude)).isEqualTo(15);
        assertThat(claude.path("workloads")
                        .path(0)
                        .path("tokens")
                        .path("output")
                        .asLong())
                .isEqualTo(750);
        JsonNode codex = audit(
                file("old.jsonl", lines(10, RoutesTest::counts)), file("new.jsonl", lines(15, RoutesTest::counts)));
        assertThat(requests(codex)).isEqualTo(15);
    }

    @Test
    void countsTheBatchesOfAUsageExportBesideALogOfTheOtherCalls() throws IOException {
        String log = file(
                "calls.csv",
                "request_id,timestamp,model,input_tokens,output_tokens\n"
                        + lines(
                                50,
                                i -> String.format(
                                        Locale.ROOT, "r%d,2026-10-01T08:%02d:00Z,gpt-5-mini,100,10%n", i, i)));
        String usage = file("usage.json", """
                {"object":"page","has_more":false,"data":[{"object":"bucket","start_time":1790812800,
                "end_time":1790899200,"results":[{"object":"organization.usage.completions.result",
                "model":"gpt-5-mini","batch":false,"input_tokens":5000,"output_tokens":500,"num_model_requests":50},
                {"object":"organization.usage.completions.result","model":"gpt-5-mini","batch":true,
                "input_tokens":9000,"output_tokens":900,"num_model_requests":30}]}]}
                """);
        JsonNode report = audit("--since", "2026-10-01", "--until", "2026-10-02", log, usage);
        assertThat(requests(report)).isEqualTo(80);
        assertThat(report.path("findings").toString()).contains("they tell 5,500 tokens, the logs 5,500\"");
        assertThat(report.path("totals").path("deferredSpend").decimalValue()).isPositive();
    }

    @Test
    void showsWhatOneBillTellsMoreFinelyThanAnotherWhereBillsAreAllThereIs() throws IOException {
        String costs = """
                {"data":[{"starting_at":"2026-10-01T00:00:00Z","ending_at":"2026-10-02T00:00:00Z","results":[
                {"currency":"USD","amount":"1250","model":%s,"service_tier":%s,"token_type":%s}]}],"has_more":false}
                """;
        String plain = file("plain.json", costs.formatted("null", "null", "null"));
        String grouped =
                file("grouped.json", costs.formatted("\"claude-haiku-4-5\"", "\"batch\"", "\"output_tokens\""));
        Cli.Result result = Cli.launch("audit", "--width", "200", plain, grouped);
        assertThat(result.out())
                .contains("Billed      12.50 USD")
                .contains("Noticed")
                .contains("in more detail: 12.50 USD here");
    }

    @Test
    void asksForTheLogOfModelsBesideTheGatewaysLog() throws IOException {
        String row = """
                {"category":"GatewayLogs","time":"2026-10-05T08:0%1$d:00Z","correlationId":"c-%1$d","properties":
                {"apiId":"openai","operationId":"ChatCompletions_Create","responseCode":429,"backendUrl":
                "https://x.openai.azure.com/openai/deployments/gpt/chat/completions"}}""".replace("\n", "") + "\n";
        String log = file("gateway.jsonl", row.formatted(1) + row.formatted(2) + row.formatted(3));
        assertThat(audit(log).path("assumptions").toString()).contains("ApiManagementGatewayLlmLog");
    }
}
