package dev.batchable.report.assembly;

import dev.batchable.checklist.Answer;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.Decision;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.Handling;
import dev.batchable.report.Handling.WaiverReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// The verdict with its answers and what surrounds it.
final class DecisionAssembly {
    /// Decimals of a confidence; finer ones are noise of the floating point behind it.
    private static final int CONFIDENCE_SCALE = 4;

    private DecisionAssembly() {}

    static Decision decision(Judgement judgement) {
        return new Decision(
                judgement.verdict(),
                judgement.because(),
                judgement.move().map(Judgement.Move::target),
                judgement.move().map(Judgement.Move::share),
                score(judgement.answers()),
                judgement.blockers(),
                judgement.decides().map(DecisionAssembly::decides),
                judgement.nextStep());
    }

    private static Decision.Decides decides(Judgement.Decides decides) {
        return new Decision.Decides(
                decides.question(),
                decides.monthly(),
                decides.window(),
                List.of(outcome(decides.favourable()), outcome(decides.unfavourable())));
    }

    private static Decision.Outcome outcome(Judgement.Outcome outcome) {
        return new Decision.Outcome(
                outcome.answer(),
                outcome.together(),
                outcome.verdict(),
                outcome.target(),
                SpendAssembly.estimate(outcome.monthly()),
                SpendAssembly.estimate(outcome.window()));
    }

    static AnswerReport answer(Answer answer) {
        return new AnswerReport(
                answer.question(),
                answer.lean(),
                known(answer),
                answer instanceof Answer.Unknown unknown ? Optional.of(unknown.why()) : Optional.empty(),
                answer.evidence().stream().map(DecisionAssembly::evidence).toList(),
                answer.change());
    }

    static Handling handling(Judgement judgement, Optional<WaiverReport> waiver) {
        Judgement.Controls controls = judgement.advice().controls();
        return new Handling(
                waiver,
                new Handling.Controls(controls.declared(), controls.seen(), controls.missing(), details(controls)),
                judgement.move().map(Judgement.Move::recipe).orElse(List.of()));
    }

    private static List<Handling.ControlReport> details(Judgement.Controls controls) {
        return controls.details().stream()
                .map(detail -> new Handling.ControlReport(detail.name(), detail.status(), detail.found()))
                .toList();
    }

    private static Optional<AnswerReport.Known> known(Answer answer) {
        if (answer instanceof Answer.Known known) {
            return Optional.of(new AnswerReport.Known(
                    known.value(),
                    BigDecimal.valueOf(known.confidence()).setScale(CONFIDENCE_SCALE, RoundingMode.HALF_EVEN),
                    known.origin(),
                    known.derivedFrom()));
        }
        return Optional.empty();
    }

    private static EvidenceReport evidence(Evidence evidence) {
        return new EvidenceReport(
                evidence.signal(),
                evidence.found(),
                evidence.expected(),
                evidence.samples(),
                evidence.lean(),
                evidence.period(),
                evidence.error(),
                evidence.weight().map(DecisionAssembly::weight));
    }

    private static AnswerReport.Weight weight(Evidence.Weight weight) {
        return new AnswerReport.Weight(weight.family(), weight.rule(), BigDecimal.valueOf(weight.logOdds()));
    }

    private static Score score(List<Answer> answers) {
        return new Score(
                count(answers, Lean.BATCH),
                count(answers, Lean.REALTIME),
                count(answers, Lean.NEITHER),
                count(answers, Lean.UNKNOWN));
    }

    private static long count(List<Answer> answers, Lean lean) {
        return answers.stream()
                .filter(answer -> !isDerived(answer))
                .filter(answer -> answer.lean() == lean)
                .count();
    }

    private static boolean isDerived(Answer answer) {
        return answer instanceof Answer.Known known && known.derivedFrom().isPresent();
    }
}
