package dev.batchable.render;

import dev.batchable.checklist.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.AnswerReport.Known;
import dev.batchable.report.Appendix.Rule;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.WorkloadReport;
import java.util.List;

/// The six answers, each with all that was looked at and the rules that weighed it.
final class AnswersSection {
    private final WorkloadReport workload;
    private final List<Rule> rules;

    AnswersSection(WorkloadReport workload, List<Rule> rules) {
        this.workload = workload;
        this.rules = rules;
    }

    void write(Page page) {
        Score score = workload.decision().score();
        page.heading("Six questions: " + score.batch() + " lean to batch, " + score.realtime() + " to realtime, "
                + score.neither() + " to neither, " + score.unknown() + " open");
        for (AnswerReport answer : workload.answers()) {
            page.hanging("", answer.question().text());
            page.hanging(
                    "  -> ",
                    answer.known()
                            .map(known -> known(known, answer.lean()))
                            .orElseGet(() -> "not known: " + answer.why().orElse("")));
            answer.evidence().forEach(evidence -> evidence(page, evidence));
            page.blank();
        }
    }

    private static String known(Known known, Lean lean) {
        return known.value() + " (" + known.source().id() + ", confidence "
                + known.confidence().toPlainString() + "), " + leans(lean)
                + known.derivedFrom()
                        .map(question -> "; follows from " + question.id() + ", counted once with it")
                        .orElse("");
    }

    private void evidence(Page page, EvidenceReport evidence) {
        page.hanging("     * ", evidence.signal() + ": " + evidence.found());
        page.hanging("       ", "expected " + evidence.expected());
        page.hanging(
                "       ",
                leans(evidence.lean()) + "; " + Phrases.plural(evidence.samples(), "sample") + ", "
                        + evidence.period());
        rules.stream()
                .filter(rule -> rule.id().startsWith(evidence.signal() + "."))
                .forEach(rule -> page.hanging(
                        "       ",
                        "rule " + rule.id() + " = " + rule.value().toPlainString() + " " + rule.unit() + " ("
                                + rule.source() + ")"));
    }

    private static String leans(Lean lean) {
        return switch (lean) {
            case BATCH, REALTIME -> "leans to " + lean.id();
            case NEITHER -> "leans neither way";
            case UNKNOWN -> "tells nothing";
        };
    }
}
