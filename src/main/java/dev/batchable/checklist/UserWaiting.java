package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.LogOdds;
import dev.batchable.checklist.evidence.Signal;
import dev.batchable.checklist.evidence.Signals;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Does a user wait on it directly?
final class UserWaiting implements Question {
    static final String YES = "yes";
    static final String NO = "no";
    static final String MIXED = "mixed";

    @Override
    public QuestionId id() {
        return QuestionId.USER_WAITING;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Answer observed = observed(subject);
        Optional<DeclaredAnswers.UserWaiting> declared = subject.declared().userWaiting();
        if (declared.isPresent()) {
            return declared(declared.get(), observed);
        }
        if (observed instanceof Answer.Known) {
            return observed;
        }
        return Archetype.of(subject)
                .<Answer>map(archetype -> assumed(archetype, observed))
                .orElse(observed);
    }

    /// Where the logs show people at work on what is declared as waited for by nobody, the declaration is no
    /// longer sure enough for a move.
    private static Answer declared(DeclaredAnswers.UserWaiting declared, Answer observed) {
        boolean doubted = declared == DeclaredAnswers.UserWaiting.NO && surely(observed, YES);
        double confidence = doubted ? EvidenceRules.HELD.value() : 1;
        return known(value(declared), confidence, Answer.Origin.DECLARED, observed.evidence());
    }

    private static Answer assumed(Archetype archetype, Answer observed) {
        String value = archetype == Archetype.CAN_WAIT ? NO : YES;
        return known(value, Rules.ARCHETYPE.value(), Answer.Origin.ASSUMED, observed.evidence());
    }

    /// What the logs say, whatever is declared.
    static Answer observed(Subject subject) {
        List<Signal> signals = Signals.of(subject);
        List<Evidence> evidence = signals.stream().map(Signal::evidence).toList();
        Optional<String> tooLittle = subject.tooLittleData();
        if (tooLittle.isPresent()) {
            return new Answer.Unknown(QuestionId.USER_WAITING, tooLittle.get(), evidence);
        }
        LogOdds odds = LogOdds.of(signals);
        if (odds.disputed() || !Rules.ANSWERS.reachedBy(odds.confidence())) {
            return new Answer.Unknown(QuestionId.USER_WAITING, why(subject, signals), evidence);
        }
        return known(odds.nobodyWaits() ? NO : YES, odds.confidence(), Answer.Origin.OBSERVED, evidence);
    }

    private static String why(Subject subject, List<Signal> signals) {
        boolean disagree = signals.stream().anyMatch(signal -> signal.weight() > 0)
                && signals.stream().anyMatch(signal -> signal.weight() < 0);
        String missing =
                Missing.of(subject.profile().coverage(), Field.STREAM, Field.USER, Field.SESSION, Field.USER_AGENT);
        String reason = disagree ? "the signals disagree" : "the signals are too weak";
        return missing.isEmpty() ? reason : reason + "; " + missing;
    }

    static boolean surely(Answer answer, String value) {
        return answer instanceof Answer.Known known
                && known.value().equals(value)
                && known.origin() != Answer.Origin.ASSUMED
                && Rules.DECIDES.reachedBy(known.confidence());
    }

    private static String value(DeclaredAnswers.UserWaiting declared) {
        return declared.name().toLowerCase(Locale.ROOT);
    }

    private static Answer known(String value, double confidence, Answer.Origin origin, List<Evidence> evidence) {
        Lean lean = value.equals(NO) ? Lean.BATCH : value.equals(YES) ? Lean.REALTIME : Lean.NEITHER;
        return new Answer.Known(QuestionId.USER_WAITING, value, lean, confidence, origin, Optional.empty(), evidence);
    }
}
