package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.report.AuditReport;
import dev.batchable.report.ReportFixtures;
import dev.batchable.report.WorkloadFixture;
import dev.batchable.report.WorkloadReport;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainRendererTest {
    private static final AuditReport COMPANY = ReportFixtures.companyWithBill();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invoice-extract",
                "ticket-triage",
                "report-summaries",
                "support-chat",
                "legal-review",
                "rag-cache",
                "nightly-digest",
                "backfill-2026"
            })
    void looksAsItDid(String workload) {
        Golden.assertMatches("explain-" + workload + ".txt", explain(workload, 80));
    }

    @Test
    void explainsWorkloadsWithoutAPriceToo() {
        assertThat(explain("(unatt", 120))
                .contains("Not priced: 1,200 calls, 3,400,000 tokens of mistral-large-2411; in no amount.")
                .contains("sum of lines: 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 80, 120})
    void keepsEveryLineWithinThePage(int width) {
        for (WorkloadReport workload : COMPANY.workloads()) {
            assertThat(explain(workload.name(), width).lines()).allMatch(line -> SafeText.width(line) <= width);
        }
    }

    @ParameterizedTest
    @CsvSource({"support-chat, support-chat", "inv, invoice-extract", "*-chat, support-chat", "n*t, nightly-digest"})
    void findsAWorkloadByNameBeginningOrGlob(String query, String name) {
        assertThat(explain(query, 80)).startsWith(name + ":");
    }

    @Test
    void prefersAnExactNameToTheBeginningOfAnother() {
        AuditReport report = ReportFixtures.with(List.of(named("search"), named("search/embedding")));

        assertThat(Rendered.by(Renderers.explain("search"), report, RenderOptions.DEFAULT))
                .startsWith("search: keep");
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousName() {
        AuditReport report = ReportFixtures.with(List.of(named("search/chat"), named("search/embedding")));

        assertThatThrownBy(() -> Rendered.by(Renderers.explain("search"), report, RenderOptions.DEFAULT))
                .isInstanceOf(UnknownWorkloadException.class)
                .hasMessage("several workloads match 'search'; there are\n  search/chat\n  search/embedding")
                .asInstanceOf(InstanceOfAssertFactories.type(UnknownWorkloadException.class))
                .satisfies(e -> assertThat(e.candidates()).containsExactly("search/chat", "search/embedding"));
    }

    @Test
    void listsSimilarNamesElseTheFirstFewOfAll() {
        assertThatThrownBy(() -> explain("SUPPORT", 80))
                .hasMessageContaining("no workload is called 'SUPPORT'; there is\n  support-chat");
        AuditReport many = ReportFixtures.with(
                IntStream.range(0, 13).mapToObj(i -> named("w" + i)).toList());
        assertThatThrownBy(() -> Rendered.by(Renderers.explain("zzz"), many, RenderOptions.DEFAULT))
                .hasMessageContaining("  w0\n")
                .hasMessageEndingWith("  w9\n  and 3 more");
        assertThatThrownBy(() -> Rendered.by(Renderers.explain("x"), ReportFixtures.empty(), RenderOptions.DEFAULT))
                .hasMessage("no workload is called 'x'; the report has none");
    }

    private static WorkloadReport named(String name) {
        return new WorkloadFixture(name).logged("1").build();
    }

    private static String explain(String workload, int width) {
        return Rendered.by(Renderers.explain(workload), COMPANY, RenderOptions.DEFAULT.withWidth(width));
    }
}
