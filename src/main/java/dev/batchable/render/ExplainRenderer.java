package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadUsage.Outcomes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Why one workload got its verdict: the six answers with their evidence, the arithmetic line by line, what
/// would change the verdict, and how to carry it out.
final class ExplainRenderer implements Renderer {
    private final String query;

    ExplainRenderer(String query) {
        this.query = query;
    }

    @Override
    public void render(AuditReport report, RenderOptions options, OutputStream out) throws IOException {
        WorkloadReport workload = WorkloadSearch.find(report, query);
        Page page = new Page(options.width());
        head(page, report, workload);
        new AnswersSection(workload, report.appendix().rules()).write(page);
        new ArithmeticSection(workload, report).write(page);
        new OpportunitiesSection(report).explain(workload.name(), page);
        new ChangesSection(workload, report.basis().currency()).write(page);
        new ControlsSection(workload.handling().controls().details()).write(page);
        recipe(page, workload.handling().recipe());
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void head(Page page, AuditReport report, WorkloadReport workload) {
        page.hanging("", workload.name() + ": " + Phrases.verdict(workload));
        page.blank();
        page.labelled("Because", Phrases.sentence(workload.decision().because()));
        page.labelled("Owner", workload.identity().owner().orElse("none named; name one in the policy"));
        page.labelled(
                "Models",
                String.join(", ", workload.identity().models()) + " at "
                        + String.join(", ", workload.identity().providers()));
        page.labelled("Calls", calls(workload));
        page.labelled("Spend", spend(workload, report.basis().currency()));
        new WorkloadNote(workload, report.basis().currency()).details(page.blank());
    }

    private static String calls(WorkloadReport workload) {
        Outcomes outcomes = workload.usage().outcomes();
        String requests = workload.usage().requests().isPresent()
                ? Phrases.plural(workload.usage().requests().getAsLong(), "call")
                : "calls not counted by the source";
        long failed = outcomes.failed() + outcomes.rateLimited() + outcomes.timeout();
        return requests + " (" + Figures.count(failed) + " failed, " + Figures.count(outcomes.cancelled())
                + " cancelled, " + Figures.count(outcomes.unknown()) + " without a known outcome), "
                + Phrases.plural(workload.usage().tokens().total(), "token")
                + workload.usage()
                        .latency()
                        .map(latency -> "; half done within " + Figures.count(latency.p50()) + " ms, 95 % within "
                                + Figures.count(latency.p95()) + " ms")
                        .orElse("; latency not known");
    }

    private static String spend(WorkloadReport workload, String currency) {
        if (workload.spend().isUnknown()) {
            return "not known: none of its calls has a price";
        }
        return Figures.money(workload.spend().tiers().total(), currency) + ", "
                + Figures.money(workload.spend().tiers().realtime(), currency) + " of it realtime; "
                + Figures.money(workload.spend().waste(), currency) + " wasted on failures and repeats"
                + workload.spend()
                        .costPerSuccess()
                        .map(cost -> "; " + Figures.exact(cost) + " " + currency + " per success")
                        .orElse("; cost per success not known");
    }

    private static void recipe(Page page, List<String> recipe) {
        if (recipe.isEmpty()) {
            return;
        }
        page.heading("How to move it");
        for (int i = 0; i < recipe.size(); i++) {
            page.hanging(Page.rightAligned(i + 1 + ". ", 4), Phrases.sentence(recipe.get(i)));
        }
    }
}
