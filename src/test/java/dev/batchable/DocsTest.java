package dev.batchable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Rules;
import dev.batchable.checklist.evidence.Probe;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.checklist.evidence.Signals;
import dev.batchable.cli.Cli;
import dev.batchable.cli.TwoMonths;
import dev.batchable.diff.WatchRules;
import dev.batchable.evaluation.simulated.Simulation;
import dev.batchable.formats.KnownFormats;
import dev.batchable.input.InputSummary.Kind;
import dev.batchable.input.format.Refusals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that mirror code say what the code says.
class DocsTest {
    @Test
    void theChecklistPageListsEveryRule() throws IOException {
        holds(Path.of("docs/checklist.md"), "rules", rules(Rules.all()));
    }

    @Test
    void theEvaluationPageListsEveryKindOfWorkload() throws IOException {
        holds(Path.of("docs/evaluation.md"), "kinds", Simulation.table());
    }

    @Test
    void theChecklistPageListsEverySignal() throws IOException {
        holds(Path.of("docs/checklist.md"), "signals", signals());
    }

    @Test
    void theFormatsPageListsEveryFormat() throws IOException {
        holds(Path.of("docs/formats.md"), "logs", formats(Kind.REQUESTS));
        holds(Path.of("docs/formats.md"), "usage", formats(Kind.USAGE));
        holds(Path.of("docs/formats.md"), "bills", formats(Kind.BILLING));
        holds(Path.of("docs/formats.md"), "refusals", refusals());
    }

    @Test
    void theDiffPageListsItsRulesAndShowsWhatItPrints(@TempDir Path folder) throws IOException {
        TwoMonths months = TwoMonths.in(folder);
        Cli.Result result = Cli.launch(
                "diff", months.october().toString(), months.november().toString());
        assertThat(result.status()).as(result.err()).isZero();
        holds(Path.of("docs/diff.md"), "rules", rules(WatchRules.all()));
        holds(Path.of("docs/diff.md"), "output", "```\n" + result.out() + "```\n");
    }

    /// Between two comments, a page holds what the code says.
    static void holds(Path file, String name, String wanted) throws IOException {
        String begin = "<!-- " + name + " begin -->\n";
        String end = "<!-- " + name + " end -->\n";
        String page = Files.readString(file);
        String whole =
                page.substring(0, page.indexOf(begin) + begin.length()) + wanted + page.substring(page.indexOf(end));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, whole);
            return;
        }
        assertThat(page)
                .as("run this test with -Dgolden.update and read the diff")
                .isEqualTo(whole);
    }

    private static String formats(Kind kind) {
        boolean bills = kind == Kind.BILLING;
        String head = bills
                ? "| format | what it is |\n|---|---|\n"
                : "| format | what it is | tells | answers |\n|---|---|---|---|\n";
        return KnownFormats.described().stream()
                .filter(format -> format.kind() == kind)
                .map(format -> "| `" + format.id() + "` | [" + format.title() + "](" + format.url() + ") |"
                        + (bills
                                ? ""
                                : " " + format.abilities().tells() + " | "
                                        + format.abilities().answers() + " |")
                        + "\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String refusals() {
        return Refusals.all().stream()
                .map(refusal -> "| " + refusal.what() + " | " + refusal.reason() + " | " + refusal.instead() + " |\n")
                .collect(Collectors.joining("", "| export | why it cannot serve | instead |\n|---|---|---|\n", ""));
    }

    private static String signals() {
        return Signals.probes().stream()
                .map(probe -> "| `" + probe.id() + "` (" + probe.family().id() + ") | " + probe.looksAt() + " | "
                        + probe.needs() + " | " + probe.error() + " | " + weights(probe) + " | " + probe.limits()
                        + " |\n")
                .collect(Collectors.joining("", """
                        | signal (family) | looks at | applies when | error | weight | cannot show |
                        |---|---|---|---|---|---|
                        """, ""));
    }

    private static String weights(Probe probe) {
        return probe.weighings().stream()
                .map(weighing ->
                        weighing.when() + ": " + plain(weighing.weight().value()) + " (`"
                                + weighing.weight().id() + "`)")
                .collect(Collectors.joining("; "));
    }

    private static String plain(double value) {
        return new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString();
    }

    private static String rules(List<Rule> rules) {
        return rules.stream()
                .map(rule -> "| `" + rule.id() + "` | "
                        + plain(rule.value())
                        + " | " + rule.unit() + " | " + rule.source() + " |\n")
                .collect(Collectors.joining("", "| rule | value | unit | source |\n|---|---|---|---|\n", ""));
    }

    @Test
    void everyLinkBetweenPagesLeadsSomewhere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            List<Path> pages = Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("samples/README.md")),
                            docs.filter(page -> page.toString().endsWith(".md")))
                    .toList();
            assertThat(pages).hasSizeGreaterThan(5);
            for (Path page : pages) {
                List<String> targets = link.matcher(Files.readString(page))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toList();
                for (String target : targets) {
                    assertThat(page.resolveSibling(target))
                            .as(page + " links to " + target)
                            .exists();
                }
            }
        }
    }
}
