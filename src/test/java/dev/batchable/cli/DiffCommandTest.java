package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.json.ReportSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TempDir
    private static Path folder;

    private static String october = "";
    private static String november = "";
    private static JsonNode diff = MAPPER.nullNode();

    @BeforeAll
    static void auditBothMonths() throws IOException {
        TwoMonths months = TwoMonths.in(folder);
        october = months.october().toString();
        november = months.november().toString();
        diff = json(october, november);
    }

    @Test
    void writesWhatItsSchemaDescribes() throws IOException {
        ReportSchema schema = ReportSchema.load(Path.of("docs/diff.schema.json"));
        assertThat(schema.errors(diff.toString())).isEmpty();
        assertThat(schema.errors(json(october, october).toString())).isEmpty();
        assertThat(schema.errors(diff.toString().replace("\"growth\"", "\"grows\"")))
                .isNotEmpty();
    }

    @Test
    void tiesToTheTotalsOfBothReports() throws IOException {
        assertThat(figure(diff, "/spend/old")).isEqualByComparingTo(figure(read(october), "/totals/spend"));
        assertThat(figure(diff, "/spend/new")).isEqualByComparingTo(figure(read(november), "/totals/spend"));
        assertThat(figure(diff, "/savings/low/old"))
                .isEqualByComparingTo(figure(read(october), "/savings/monthly/low"));
        assertThat(figure(diff, "/savings/expected/new"))
                .isEqualByComparingTo(figure(read(november), "/savings/monthly/expected"));
    }

    @Test
    void leavesNothingOverInTotalAndForAnyWorkload() {
        sums(diff.at("/spend/effects"), figure(diff, "/spend/change"), "volume", "behaviour", "mix", "price");
        sums(diff.at("/spend/volume"), figure(diff, "/spend/effects/volume"), "growth", "shift", "appeared", "gone");
        for (JsonNode workload : diff.get("workloads")) {
            JsonNode effects = workload.get("effects");
            sums(effects, figure(workload, "/change"), "volume", "behaviour", "mix", "price");
            sums(effects.get("ofMix"), figure(effects, "/mix"), "models", "tiers");
            sums(effects.get("ofBehaviour"), figure(effects, "/behaviour"), "prompts", "caching", "answers", "untold");
            savingSums(workload.get("savings"));
        }
        savingSums(diff.get("savings"));
        assertThat(Stream.of(diff.get("workloads"))
                        .flatMap(all -> all.valueStream())
                        .map(workload -> figure(workload, "/effects/price"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(figure(diff, "/spend/effects/price"));
    }

    private static void savingSums(JsonNode savings) {
        for (String end : List.of("low", "expected")) {
            JsonNode change = savings.get(end);
            sums(change, figure(change, "/change"), "moved", "volume", "behaviour", "mix", "price", "verdict", "terms");
        }
    }

    /// Nine in ten invoices at half the price, and all reports: nothing else changes tier.
    @Test
    void findsWhatMovedUnderAnotherNameToo() {
        assertThat(diff.get("moved")
                        .valueStream()
                        .map(moved -> moved.get("name").asString()))
                .containsExactly("invoice-extract", "weekly-report");
        JsonNode invoices = diff.at("/moved/0");
        assertThat(figure(invoices, "/movedShare").doubleValue()).isBetween(0.89, 0.91);
        assertThat(figure(diff, "/spend/effects/ofMix/tiers").negate())
                .isEqualByComparingTo(figure(invoices, "/realised").add(figure(diff, "/moved/1/realised")));
        for (JsonNode moved : diff.get("moved")) {
            BigDecimal missed = figure(moved, "/realised").subtract(figure(moved, "/projected/expected"));
            sums(moved.get("because"), missed, "volume", "share", "rest");
        }
    }

    @Test
    void putsWhatAMoveDidToServiceBesideWhatItSaved() {
        assertThat(concerns("weekly-report")).containsExactly("p95", "timeouts", "completed");
        assertThat(concerns("invoice-extract")).isEmpty();
        assertThat(concerns("checkout-copilot")).isEmpty();
        JsonNode checkout = service("checkout-copilot");
        assertThat(checkout.get("role").asString()).isEqualTo("customer-facing-same-quota");
        assertThat(checkout.at("/new/latencyMs/p95").asLong())
                .isLessThan(checkout.at("/old/latencyMs/p95").asLong());
    }

    @Test
    void showsLongerPromptsAsBehaviour() {
        JsonNode suite = named("workloads", "eval-suite");
        BigDecimal prompts = figure(suite, "/effects/ofBehaviour/prompts");
        // 96.15 USD of prompts in October, on a few more calls, and a quarter of that.
        assertThat(prompts.doubleValue()).isBetween(24.0, 27.0);
        assertThat(figure(suite, "/effects/mix")).isZero();
    }

    @Test
    void saysSoWhereNothingChanged() throws IOException {
        JsonNode same = json(october, october);
        assertThat(figure(same, "/spend/change")).isZero();
        assertThat(same.get("workloads").valueStream().map(w -> figure(w, "/effects/volume")))
                .allMatch(volume -> volume.signum() == 0);
        assertThat(Cli.launch("diff", october, october).out())
                .contains("Nothing: every workload cost, and could save, what it did before.");
    }

    @Test
    void writesARowPerWorkloadThatAddsUp() throws IOException {
        Path csv = folder.resolve("diff.csv");
        assertThat(Cli.launch("diff", "-q", "-o", csv.toString(), october, november)
                        .status())
                .isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(1 + diff.get("workloads").size());
        assertThat(lines.get(0)).startsWith("workload,oldVerdict,newVerdict,currencyCode,unit,oldAnswered");
        assertThat(lines.get(1)).startsWith("invoice-extract,move,move,USD,month,");
    }

    @Test
    void sumsWhatIsNotListed() {
        String text = Cli.launch("diff", "--top", "2", october, november).out();
        assertThat(text).contains("(13 more)").doesNotContain("ops-agent");
    }

    @Test
    void refusesWhatCannotBeCompared() throws IOException {
        Path euros = folder.resolve("euros.json");
        Files.writeString(
                euros, Files.readString(Path.of(november)).replace("\"currency\" : \"USD\"", "\"currency\" : \"EUR\""));
        Path later = folder.resolve("later.json");
        Files.writeString(
                later, Files.readString(Path.of(november)).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
        Path diffed = folder.resolve("diffed.json");
        Files.writeString(diffed, diff.toString());

        assertRefused(2, "one --currency", october, euros.toString());
        assertRefused(2, "swap the two", november, october);
        assertRefused(2, "expected 1, found 2", october, later.toString());
        assertRefused(2, "$.", october, diffed.toString());
        assertRefused(2, "found no JSON", october, "README.md");
        assertRefused(
                4, "cannot be read", october, folder.resolve("nowhere.json").toString());
        assertRefused(4, "cannot be read", folder.toString(), october);
        assertRefused(2, "must end in one of .txt, .json, .csv", "-o", "diff.pdf", october, november);
    }

    private static void assertRefused(int status, String reason, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "diff";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Cli.Result result = Cli.launch(all);
        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.err()).contains(reason);
        assertThat(result.out()).isEmpty();
    }

    private static Stream<String> concernsOf(JsonNode change) {
        return change.get("concerns")
                .valueStream()
                .map(concern -> concern.get("measure").asString());
    }

    private static List<String> concerns(String name) {
        return concernsOf(service(name)).toList();
    }

    private static JsonNode service(String name) {
        return named("service", name);
    }

    private static JsonNode named(String list, String name) {
        return diff.get(list)
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void sums(JsonNode parts, BigDecimal total, String... names) {
        assertThat(Stream.of(names).map(name -> figure(parts, "/" + name)).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
    }

    private static BigDecimal figure(JsonNode node, String path) {
        return node.at(path).decimalValue();
    }

    private static JsonNode json(String old, String now) throws IOException {
        Path file = folder.resolve("diff.json");
        Cli.Result result = Cli.launch("diff", "-q", "-o", file.toString(), old, now);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        return MAPPER.readTree(Files.readString(file));
    }

    private static JsonNode read(String file) throws IOException {
        return MAPPER.readTree(Files.readString(Path.of(file)));
    }
}
