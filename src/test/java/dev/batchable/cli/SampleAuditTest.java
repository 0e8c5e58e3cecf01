package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.report.Appendix;
import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.json.JsonReport;
import dev.batchable.report.json.ReportSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample company's month, from its files to the report, by the command line.
class SampleAuditTest {
    private static final String POLICY = "samples/batchable.yaml";

    @TempDir
    private Path folder;

    @Test
    void judgesEveryWorkloadAsItsOwnerWould() throws IOException {
        Map<String, Verdict> verdicts = audit("samples").workloads().stream()
                .collect(Collectors.toMap(WorkloadReport::name, WorkloadReport::verdict, (a, b) -> a, TreeMap::new));
        assertThat(verdicts)
                .containsEntry("invoice-extract", Verdict.MOVE)
                .containsEntry("weekly-report", Verdict.MOVE)
                .containsEntry("product-reembed", Verdict.MOVE)
                .containsEntry("support-chat", Verdict.KEEP)
                .containsEntry("checkout-copilot", Verdict.KEEP)
                .containsEntry("catalog-translate", Verdict.DEFERRED);
        assertThat(verdicts.entrySet().stream().filter(entry -> entry.getValue() == Verdict.MOVE))
                .hasSize(3);
    }

    @Test
    void writesAReportThatItsSchemaAllows() throws IOException {
        assertThat(ReportSchema.load().errors(json("samples"))).isEmpty();
        assertThat(ReportSchema.load().errors(json("samples/focus-2026-10.csv")))
                .isEmpty();
        assertThat(ReportSchema.load().errors(json("samples/vision-proxy-2026-10.csv")))
                .isEmpty();
    }

    @Test
    void asksForACallerBeforeItAsksWhoWaits() throws IOException {
        WorkloadReport nobody = audit("samples").workloads().stream()
                .filter(workload -> workload.name().startsWith("(unattributed)"))
                .findFirst()
                .orElseThrow();
        assertThat(nobody.decision().nextStep()).startsWith("Give these calls a key or a `workload` tag of their own");
    }

    @Test
    void tiesOut() throws IOException {
        AuditReport report = audit("samples");
        List<WorkloadReport> workloads = report.workloads();
        assertThat(sum(workloads, w -> w.spend().tiers().total()))
                .isEqualByComparingTo(report.totals().spend().total());
        assertThat(sum(
                        workloads,
                        w -> w.arithmetic().lines().stream()
                                .map(line -> line.amount())
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .isEqualByComparingTo(report.totals().spend().total());
        assertThat(sum(
                        workloads.stream().filter(WorkloadReport::recommended).toList(),
                        w -> w.saving().orElseThrow().monthly().low()))
                .isEqualByComparingTo(report.savings().monthly().low());
    }

    @Test
    void listsEveryPriceRowThatALineNames() throws IOException {
        AuditReport report = audit("samples");
        List<String> listed = report.appendix().priceRows().stream()
                .map(Appendix.PriceRow::id)
                .toList();
        List<String> named = report.workloads().stream()
                .flatMap(workload -> workload.arithmetic().lines().stream())
                .flatMap(line -> line.priceRow().stream())
                .distinct()
                .toList();
        assertThat(named).anyMatch(id -> id.endsWith("@geo"));
        assertThat(listed).containsAll(named).doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreadsAndAnyOrderOfPaths() throws IOException {
        String logs = "samples/litellm-spendlogs-2026-10.jsonl.gz";
        String more = "samples/litellm-spendlogs-2026-10-31.csv";
        String vision = "samples/vision-proxy-2026-10.csv";
        String one = json("--threads", "1", logs, more, vision);
        assertThat(json("--threads", "4", logs, more, vision)).isEqualTo(one);
        assertThat(json("--threads", "2", vision, more, logs)).isEqualTo(one);
    }

    @Test
    void countsACallOfTheGatewaysCacheOnceInOverlappingExports() throws IOException {
        String logs = "samples/litellm-spendlogs-2026-10.jsonl.gz";
        AuditReport whole = audit(logs);
        AuditReport overlapping = audit(logs, "samples/litellm-spendlogs-2026-10-31.csv");
        assertThat(whole.totals().cacheServed()).isPositive();
        assertThat(overlapping.totals().cacheServed()).isEqualTo(whole.totals().cacheServed());
        assertThat(records(overlapping)).isEqualTo(records(whole));
    }

    @Test
    void explainsASavedReportAsItExplainsTheInputs() throws IOException {
        Path saved = folder.resolve("report.json");
        Files.writeString(saved, json("samples"));
        Cli.Result live = Cli.launch("explain", "product-reembed", "--policy", POLICY, "samples");
        Cli.Result later = Cli.launch("explain", "product-reembed", "--from", saved.toString());
        assertThat(live.status()).isZero();
        assertThat(later.out()).isEqualTo(live.out());
        assertThat(live.out()).contains("Six questions").contains("How to move it");
    }

    @Test
    void draftsAPolicyThatChangesNothingUntilItIsFilledIn() throws IOException {
        Path draft = folder.resolve("draft.yaml");
        String vision = "samples/litellm-spendlogs-2026-10.jsonl.gz";
        assertThat(Cli.launch("init", "-o", draft.toString(), vision).status()).isZero();
        Cli.Result with = Cli.launch("audit", "--policy", draft.toString(), vision);
        Cli.Result without = Cli.launch("audit", vision);
        assertThat(workloads(with.out())).isNotEmpty().isEqualTo(workloads(without.out()));
        Cli.Result again = Cli.launch("init", "-o", draft.toString(), vision);
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("not overwritten");
    }

    @Test
    void failsTheGateOnlyAboveTheLimit() {
        assertThat(Cli.launch("audit", "-q", "--policy", POLICY, "--fail-above", "500", "samples")
                        .status())
                .isEqualTo(3);
        assertThat(Cli.launch("audit", "-q", "--policy", POLICY, "--fail-above", "600", "samples")
                        .status())
                .isZero();
        assertThat(Cli.launch("audit", "-q", "--policy", POLICY, "--max-undecided", "10%", "samples")
                        .status())
                .isEqualTo(5);
    }

    /// A gate must not pass because nobody gave it the logs.
    @Test
    void isInconclusiveOnABillAlone() {
        Cli.Result result = Cli.launch("audit", "samples/focus-2026-10.csv", "--fail-above", "5%");
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("fail-above inconclusive: Only a bill was read, so what is left on the table is not known.");
    }

    private static long records(AuditReport report) {
        return report.sources().inputs().stream()
                .mapToLong(input -> input.units().records())
                .sum();
    }

    private AuditReport audit(String... paths) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(json(paths).getBytes(StandardCharsets.UTF_8)));
    }

    private String json(String... arguments) throws IOException {
        Path out = folder.resolve("out.json");
        String[] all = new String[arguments.length + 6];
        System.arraycopy(new String[] {"audit", "-q", "--policy", POLICY, "-o", out.toString()}, 0, all, 0, 6);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        Cli.Result result = Cli.launch(all);
        // 5: the policy's gate asks for coverage, which a bill alone cannot have.
        assertThat(result.status()).as(result.err()).isIn(0, 5);
        return Files.readString(out);
    }

    private static String workloads(String text) {
        int from = text.indexOf("Workloads by money at stake");
        return text.substring(from, text.indexOf("Not known", from));
    }

    private static BigDecimal sum(List<WorkloadReport> workloads, Function<WorkloadReport, BigDecimal> figure) {
        return workloads.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
