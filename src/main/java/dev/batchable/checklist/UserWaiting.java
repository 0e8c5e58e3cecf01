package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.LogOdds;
import dev.batchable.checklist.evidence.Mixture;
import dev.batchable.checklist.evidence.Signal;
import dev.batchable.checklist.evidence.Signals;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
        boolean doubted = declared == DeclaredAnswers.UserWaiting.NO
                && observed instanceof Answer.Known known
                && known.value().equals(YES)
                && EvidenceRules.DOUBTS.reachedBy(known.confidence());
        double confidence = doubted ? EvidenceRules.HELD.value() : 1;
        return known(value(declared), confidence, Answer.Origin.DECLARED, observed.evidence())
                .changedBy("Another declaration would; " + logs(observed) + ".");
    }

    private static String logs(Answer observed) {
        return observed instanceof Answer.Known known
                ? String.format(Locale.ROOT, "the logs alone would say %s at %.2f", known.value(), known.confidence())
                : "the logs alone would say nothing";
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
            return new Answer.Unknown(QuestionId.USER_WAITING, tooLittle.get(), evidence)
                    .changedBy("30 calls on 3 days, or three runs, would let the logs answer.");
        }
        Optional<Mixture> mixture = subject.mixture();
        LogOdds odds = LogOdds.of(signals);
        Answer answer = combined(subject, signals, odds, evidence, mixture);
        boolean surelyYes = surely(answer, YES);
        return mixture.filter(found -> !surelyYes && besidePeople(found, signals))
                .<Answer>map(found -> mixed(subject, found, evidence))
                .orElse(answer);
    }

    private static Answer combined(
            Subject subject, List<Signal> signals, LogOdds odds, List<Evidence> evidence, Optional<Mixture> mixture) {
        WhatIf whatIf = new WhatIf(signals);
        if (WhatIf.value(odds).equals("unknown")) {
            return new Answer.Unknown(QuestionId.USER_WAITING, why(subject, signals, mixture), evidence)
                    .changedBy(whatIf.unknown());
        }
        return known(odds.nobodyWaits() ? NO : YES, odds.confidence(), Answer.Origin.OBSERVED, evidence)
                .changedBy(whatIf.known());
    }

    private static boolean besidePeople(Mixture mixture, List<Signal> signals) {
        return mixture.besidePeople() || signals.stream().anyMatch(signal -> signal.weight() < 0);
    }

    private static Answer mixed(Subject subject, Mixture mixture, List<Evidence> evidence) {
        List<Evidence> all = Stream.concat(evidence.stream(), Stream.of(mixture.evidence(subject)))
                .toList();
        return known(MIXED, EvidenceRules.MIXED.value(), Answer.Origin.OBSERVED, all)
                .changedBy("A key of its own for the runs would give two workloads with an answer each.");
    }

    private static String why(Subject subject, List<Signal> signals, Optional<Mixture> mixture) {
        boolean disagree = signals.stream().anyMatch(signal -> signal.weight() > 0)
                && signals.stream().anyMatch(signal -> signal.weight() < 0);
        String missing =
                Missing.of(subject.profile().coverage(), Field.STREAM, Field.USER, Field.SESSION, Field.USER_AGENT);
        String reason = disagree ? "the signals disagree" : "the signals are too weak";
        return reason + kinds(subject, mixture) + (missing.isEmpty() ? "" : "; " + missing);
    }

    /// Whether the key seems to carry two kinds of traffic that the logs do not tell apart.
    private static String kinds(Subject subject, Optional<Mixture> mixture) {
        if (mixture.isPresent()) {
            return "; mixed: runs that return stand out of other calls under the same key";
        }
        return Signals.sessionsOfBothKinds(subject)
                ? "; mixed: some sessions pause as people do, most run on as programs do"
                : "";
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

    private static Answer.Known known(String value, double confidence, Answer.Origin origin, List<Evidence> evidence) {
        Lean lean = value.equals(NO) ? Lean.BATCH : value.equals(YES) ? Lean.REALTIME : Lean.NEITHER;
        return new Answer.Known(QuestionId.USER_WAITING, value, lean, confidence, origin, Optional.empty(), evidence);
    }
}
