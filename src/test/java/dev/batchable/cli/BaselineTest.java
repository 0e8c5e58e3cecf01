package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.sample.NextMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
    private static final String POLICY = "samples/batchable.yaml";
    private static final String LOG = "samples/litellm-spendlogs-2026-10.jsonl.gz";

    @TempDir
    private static Path folder;

    private static String without = "";
    private static String with = "";

    /// A baseline from before the weekly report was introduced, and one from after.
    @BeforeAll
    static void auditBaselines() throws IOException {
        without = baseline("without.json", "without-report.jsonl", false);
        with = baseline("with.json", "all.jsonl", true);
    }

    private static String baseline(String report, String log, boolean all) throws IOException {
        Path lines = folder.resolve(log);
        List<String> kept = NextMonth.gatewayLog().stream()
                .filter(line -> all || !line.contains("\"weekly-report\""))
                .toList();
        Files.write(lines, kept);
        return TwoMonths.report(folder.resolve(report), lines.toString()).toString();
    }

    @Test
    void failsOnAMoveThatTheBaselineDoesNotHave() throws IOException {
        Path json = folder.resolve("now.json");
        Cli.Result result = audit("--baseline", without, "--fail-on-new", "-o", json.toString());
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("fail-on-new failed: New since the baseline and should move: weekly-report"
                        + " (1 new in all, 0 gone).");
        assertThat(Files.readString(json)).contains("\"rule\" : \"fail-on-new\"");
    }

    @Test
    void onlyWarnsOfItUnlessAskedToFail() {
        Cli.Result result = audit("--baseline", without);
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("fail-on-new warned");
    }

    @Test
    void passesWhereNothingIsNew() {
        assertThat(audit("--baseline", with, "--fail-on-new").status()).isZero();
    }

    /// What is left of work that went to batch is part of it, and no new work.
    @Test
    void takesWhatRemainsOfMovedWorkForKnown() throws IOException {
        Path november = Files.createDirectories(folder.resolve("november"));
        NextMonth.write(november);
        Cli.Result result =
                Cli.launch("audit", "--policy", POLICY, "--baseline", with, "--fail-on-new", november.toString());
        assertThat(result.out())
                .contains("invoice-extract")
                .doesNotContain("invoice-extract/")
                .contains("fail-on-new passed");
        assertThat(result.status()).isZero();
    }

    @Test
    void refusesABaselineThatCannotServe() throws IOException {
        Path bill = folder.resolve("bill.json");
        Cli.launch("audit", "-q", "-o", bill.toString(), "samples/focus-2026-10.csv");
        assertRefused("--fail-on-new needs --baseline", "--fail-on-new");
        assertRefused("knows no workloads", "--baseline", bill.toString());
        assertRefused("found no JSON", "--baseline", "README.md");
        assertRefused("no such file", "--baseline", "nowhere.json");
    }

    private static void assertRefused(String reason, String... options) {
        Cli.Result result = audit(options);
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(reason);
        assertThat(result.out()).isEmpty();
    }

    private static Cli.Result audit(String... options) {
        String[] all = new String[options.length + 4];
        System.arraycopy(new String[] {"audit", "--policy", POLICY, LOG}, 0, all, 0, 4);
        System.arraycopy(options, 0, all, 4, options.length);
        return Cli.launch(all);
    }
}
