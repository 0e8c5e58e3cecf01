package dev.batchable.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.batchable.cli.Cli;
import dev.batchable.price.Amounts;
import dev.batchable.report.Appendix;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import dev.batchable.report.json.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands beside the savings of the sample company.
class SampleOpportunitiesTest {
    private static AuditReport report;

    @BeforeAll
    static void audit(@TempDir Path folder) throws IOException {
        Path saved = folder.resolve("report.json");
        Cli.launch("audit", "-q", "samples", "--policy", "samples/batchable.yaml", "-o", saved.toString());
        try (InputStream in = Files.newInputStream(saved)) {
            report = JsonReport.read(in);
        }
    }

    private static List<Opportunity> opportunities() {
        return report.conclusions().opportunities();
    }

    @Test
    void findsThreeOfTheFourKinds() {
        assertThat(opportunities().stream().map(Opportunity::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.PROMPT_CACHE, Kind.TOP_MODEL, Kind.DEFAULT_TIER);
        assertThat(opportunities())
                .extracting(Opportunity::subject)
                .contains("invoice-extract on openai/gpt-4.1", "GPT at openai");
    }

    @Test
    void tracesEveryAmountToAQuantityAndAListedPrice() {
        List<String> listed = report.appendix().priceRows().stream()
                .map(Appendix.PriceRow::id)
                .toList();
        for (Opportunity found : opportunities()) {
            assertThat(found.lines().stream().map(Line::counted).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(found.subject())
                    .isEqualByComparingTo(found.money().window().high());
            for (Line line : found.lines()) {
                assertThat(Amounts.ofTokens(line.quantity(), line.unitPrice().orElseThrow()))
                        .isCloseTo(line.amount(), Offset.offset(new BigDecimal("0.000000001")));
                assertThat(listed).contains(line.priceRow().orElseThrow());
            }
        }
    }

    @Test
    void neverExceedsWhatTheWorkloadsCost() {
        for (Opportunity found : opportunities()) {
            BigDecimal spent = report.workloads().stream()
                    .filter(workload -> found.workloads().contains(workload.name()))
                    .map(workload -> workload.spend().tiers().total())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(found.money().window().high()).as(found.subject()).isBetween(BigDecimal.ONE, spent);
        }
    }

    @Test
    void repeatsEachAsAFindingWithItsMoney() {
        for (Opportunity found : opportunities()) {
            assertThat(report.conclusions().findings())
                    .filteredOn(finding -> finding.subject().equals(found.subject()))
                    .extracting(Finding::id, Finding::money)
                    .containsExactly(tuple(
                            found.kind().id(),
                            Optional.of(found.money().window().high())));
        }
    }

    @Test
    void namesTheSavingsAsWhatMayBeTheSameMoney() {
        assertThat(opportunities())
                .allSatisfy(found ->
                        assertThat(found.overlapsWith()).contains("savings").doesNotHaveDuplicates());
    }
}
