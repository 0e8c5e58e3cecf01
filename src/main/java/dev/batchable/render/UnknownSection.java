package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis.Period;
import dev.batchable.report.Sources.LineProblem;
import dev.batchable.report.Totals;
import dev.batchable.report.Totals.Coverage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the figures leave out, counted and named.
final class UnknownSection {
    /// More kinds of problem than that are in the JSON; here they would bury the rest.
    private static final int MOST_PROBLEMS = 10;

    private final AuditReport report;
    private final String currency;

    UnknownSection(AuditReport report) {
        this.report = report;
        this.currency = report.basis().currency();
    }

    void write(Page page) {
        page.heading("Not known");
        page.labelled("Coverage", coverage());
        page.labelled("Unpriced", unpriced());
        page.labelled("No caller", unattributed());
        days(page);
        report.appendix()
                .foreignSpend()
                .forEach(foreign -> page.labelled(
                        "Currency",
                        foreign.workload() + ": "
                                + Figures.money(
                                        foreign.amount().amount(),
                                        foreign.amount().currency())
                                + ", no exchange rate, in no total"));
        report.sources()
                .fileProblems()
                .forEach(problem -> page.labelled("Not read", problem.path() + ": " + problem.reason()));
        problems(page);
    }

    private String coverage() {
        Coverage coverage = report.totals().coverage();
        return Figures.percent(coverage.overall()) + " overall: units usable " + Figures.percent(coverage.usable())
                + ", calls priced " + Figures.percent(coverage.priced()) + ", bill explained "
                + coverage.billed().map(Figures::percent).orElse("not known") + "; spend with a caller "
                + Figures.percent(coverage.attributed());
    }

    private String unattributed() {
        BigDecimal spend = report.totals().shadows().unattributed();
        return spend.signum() == 0
                ? "nothing"
                : Figures.money(spend, currency) + " without a key, project or tag to tell whose it is";
    }

    private String unpriced() {
        Totals.Unpriced unpriced = report.totals().unpriced();
        if (unpriced.requests() == 0 && unpriced.tokens() == 0) {
            return "nothing";
        }
        String models = report.workloads().stream()
                .flatMap(workload -> workload.spend().unpriced().models().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return Phrases.plural(unpriced.requests(), "call") + " with " + Phrases.plural(unpriced.tokens(), "token")
                + (models.isEmpty() ? "" : " (" + models + ")") + ", in no amount";
    }

    private void days(Page page) {
        Period period = report.basis().window();
        if (!period.unobservedDays().isEmpty()) {
            page.labelled(
                    "Days", "left out of monthly figures: " + String.join(", ", stretches(period.unobservedDays())));
        }
    }

    /// Days in order, those that follow each other as one stretch.
    private static List<String> stretches(List<LocalDate> days) {
        List<String> stretches = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= days.size(); next++) {
            if (next == days.size() || !days.get(next).equals(days.get(next - 1).plusDays(1))) {
                stretches.add(
                        next - first == 1 ? days.get(first).toString() : days.get(first) + " to " + days.get(next - 1));
                first = next;
            }
        }
        return stretches;
    }

    private void problems(Page page) {
        List<LineProblem> problems = report.sources().problems();
        for (LineProblem problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
            page.labelled(
                    "Problem",
                    problem.path() + ":" + problem.line() + ": " + problem.reason() + " (" + problem.count() + " x)");
        }
        if (problems.size() > MOST_PROBLEMS) {
            page.labelled("", "and " + Phrases.plural(problems.size() - MOST_PROBLEMS, "kind") + " of problem more");
        }
    }
}
