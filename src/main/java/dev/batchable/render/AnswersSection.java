package dev.batchable.render;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.AnswerReport.Known;
import dev.batchable.report.AnswerReport.Weight;
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
            if (answer.question() != QuestionId.USER_WAITING) {
                page.blank();
            }
            page.hanging("", answer.question().text());
            page.hanging(
                    "  -> ",
                    answer.known()
                            .map(known -> known(known, answer.lean()))
                            .orElseGet(() -> "not known: " + answer.why().orElse("")));
            answer.evidence().forEach(evidence -> evidence(page, evidence));
            new OddsSection(answer, rules).write(page);
            answer.change().ifPresent(change -> page.hanging("     ", "Would change it: " + change));
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
        if (evidence.lean() == Lean.UNKNOWN && evidence.samples() == 0) {
            return;
        }
        if (!evidence.expected().isEmpty()) {
            page.hanging("       ", "expected " + evidence.expected());
        }
        page.hanging(
                "       ",
                leans(evidence.lean()) + "; " + Phrases.plural(evidence.samples(), "sample") + ", "
                        + evidence.period());
        evidence.error().ifPresent(error -> page.hanging("       ", "measured " + error));
        evidence.weight().ifPresent(weight -> page.hanging("       ", weight(weight)));
    }

    private String weight(Weight weight) {
        return "adds " + weight.logOdds().toPlainString() + " log-odds (" + weight.rule()
                + rules.stream()
                        .filter(rule -> rule.id().equals(weight.rule()))
                        .map(rule -> ": " + rule.source())
                        .findFirst()
                        .orElse("")
                + ")";
    }

    private static String leans(Lean lean) {
        return switch (lean) {
            case BATCH, REALTIME -> "leans to " + lean.id();
            case NEITHER -> "leans neither way";
            case UNKNOWN -> "tells nothing";
        };
    }
}
