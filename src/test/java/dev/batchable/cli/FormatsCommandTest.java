package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.formats.KnownFormat;
import dev.batchable.formats.KnownFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsCommandTest {
    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void listsEveryFormatUnderANameOfItsOwn() {
        Cli.Result result = Cli.launch("formats");
        List<String> ids =
                KnownFormats.described().stream().map(KnownFormat::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(result.status()).isZero();
        assertThat(ids)
                .allSatisfy(id -> assertThat(result.out())
                        .containsPattern(Pattern.compile("^" + Pattern.quote(id) + "  ", Pattern.MULTILINE)));
    }

    @Test
    void tellsWhatALogIsAndWhichQuestionsItLeavesOpen() throws IOException {
        Path log = file("calls.csv", """
                timestamp,model,input_tokens,output_tokens,status
                2026-10-01T08:00:00Z,gpt-5,100,10,200
                2026-10-01T08:01:00Z,gpt-5,100,,200
                yesterday,gpt-5,1,1,200
                """);
        Cli.Result result = Cli.launch("formats", log.toString());
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("is          generic: Request log in CSV or JSON with well-known names")
                .contains("because     CSV with output_tokens, timestamp")
                .contains("units       3 units, 2 calls, 1 problem")
                .contains("problem     line 4: timestamp: found 'yesterday', expected ")
                .contains("time        2026-10-01T08:00:00Z to 2026-10-01T08:01:00Z")
                .contains("fields      start, model, input tokens, output tokens 50%, status")
                .contains("""
                          user-waiting
                              has    start times
                              lacks  streaming, sessions, end users, client names
                        """.indent(0).replaceAll("(?m)^ {2}", "  "));
    }

    @Test
    void tellsPartsOfCallsFromCalls() {
        Cli.Result result = Cli.launch("formats", "src/test/resources/formats/langfuse-traces/sample.jsonl");
        assertThat(result.out()).contains("units       3 units, 3 parts of calls, 0 problems");
    }

    @Test
    void tellsWhatABillNames() throws IOException {
        Cli.Result result = Cli.launch("formats", "samples/focus-2026-10.csv");
        assertThat(result.out())
                .contains("because     CSV with BilledCost, BillingCurrency, ChargeCategory")
                .contains("name a model")
                .doesNotContain("user-waiting");
    }

    @Test
    void namesTheMarksOfEveryFormatInItsSample() throws IOException {
        Cli.Result result = Cli.launch("formats", "--width", "200", "src/test/resources/formats");
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("because     JSON lines with sessionId, timestamp, message.usage.input_tokens")
                .contains("because     JSON lines with category = GatewayLogs")
                .doesNotContain("assigned");
    }

    @Test
    void saysOfAForcedFormatThatTheUserChoseIt() {
        String bill = "samples/focus-2026-10.csv";
        assertThat(Cli.launch("formats", "--format", "openai-usage-csv:" + bill, bill)
                        .out())
                .contains("because     CSV that you assigned to this format");
    }

    @Test
    void saysWhyAFileCannotBeReadAndGoesOnWithTheNext() throws IOException {
        Path metrics = file("metrics.json", "{\"resourceMetrics\":[]}\n");
        Cli.Result result = Cli.launch("formats", metrics.toString(), "samples/focus-2026-10.csv");
        assertThat(result.status()).isEqualTo(ExitCode.INPUT.status());
        assertThat(result.err())
                .contains("metrics.json: it is OpenTelemetry metrics; ")
                .contains("export traces");
        assertThat(result.out()).contains("focus-2026-10.csv");
    }

    @Test
    void refusesStandardInputSinceItReadsTwice() {
        Cli.Result result = Cli.launch("formats", "-");
        assertThat(result.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(result.err()).contains("save standard input to a file");
    }
}
