package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Mixture;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.record.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Can it be partially completed asynchronously?
///
/// What nobody waits for can, as a whole; that follows from the first question. By themselves the logs show chains
/// of dependent calls, which cannot; calls that come after the answer a user reads; and work whose calls
/// need no other's answer: done in any order by a pool of workers, or embeddings and their kin.
final class PartialCompletion implements Question {
    static final String WHOLE = "whole";
    static final String NONE = "none";
    private static final String PERCENT = "%";
    private static final String CHANGE =
            "A declared `partial_async`, or a key of their own for the calls that can follow later.";

    private final AfterAnswers afterAnswers;
    /// The question is put again with every supposition, and looking is dear.
    private final IdentityHashMap<Subject, Sights> seen = new IdentityHashMap<>();

    PartialCompletion(AfterAnswers afterAnswers) {
        this.afterAnswers = afterAnswers;
    }

    @Override
    public QuestionId id() {
        return QuestionId.PARTIAL_ASYNC;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Sights sights = seen.computeIfAbsent(subject, this::look);
        List<Evidence> evidence = sights.evidence(subject);
        if (subject.declared().partialAsync().isPresent()) {
            return declared(subject.declared().partialAsync().get().share(), evidence);
        }
        Optional<Answer.Known> waiting = Question.known(earlier, QuestionId.USER_WAITING);
        return Optional.of(sights)
                .filter(any -> subject.tooLittleData().isEmpty())
                .flatMap(found -> observed(found, subject, waiting))
                .or(() -> waiting.filter(known -> UserWaiting.surely(known, UserWaiting.NO))
                        .map(known -> derived(known, evidence)))
                .or(() -> sights.share()
                        .filter(any -> subject.tooLittleData().isEmpty())
                        .map(found -> seen(value(found.share()), found.lean(), evidence)))
                .<Answer>map(known -> known.changedBy(CHANGE))
                .orElseGet(() -> new Answer.Unknown(id(), why(subject), evidence).changedBy(CHANGE));
    }

    private Sights look(Subject subject) {
        return new Sights(Chains.of(subject), subject.mixture(), afterAnswers.of(subject), Parallel.of(subject));
    }

    private Answer declared(BigDecimal share, List<Evidence> evidence) {
        Lean lean = share.signum() == 0 ? Lean.REALTIME : Lean.BATCH;
        return new Answer.Known(id(), value(share), lean, 1, Answer.Origin.DECLARED, Optional.empty(), evidence)
                .changedBy("Another declared `partial_async`.");
    }

    /// What the logs show about the order in which calls can be completed.
    private record Sights(
            Optional<Chains> chains,
            Optional<Mixture> mixture,
            Optional<AfterAnswers.Found> after,
            Optional<Parallel> parallel) {
        List<Evidence> evidence(Subject subject) {
            List<Evidence> evidence = new ArrayList<>();
            chains.ifPresent(found -> evidence.add(found.evidence(subject)));
            mixture.ifPresent(found -> evidence.add(found.evidence(subject)));
            after.ifPresent(found -> evidence.addAll(found.evidence()));
            parallel.ifPresent(found -> evidence.add(found.evidence(subject, chains)));
            if (LoneCalls.make(subject)) {
                evidence.add(LoneCalls.evidence(subject));
            }
            return evidence;
        }

        boolean isAftercare() {
            return after.filter(
                            found -> found.lean() == Lean.BATCH && found.share().compareTo(BigDecimal.ONE) == 0)
                    .isPresent();
        }

        boolean isInAnyOrder(Subject subject) {
            return parallel.filter(found -> found.inAnyOrder(subject, chains)).isPresent();
        }

        /// A share of the spend that comes after answers, strictly between none and whole.
        Optional<AfterAnswers.Found> share() {
            return after.filter(found -> isPart(found.share()));
        }
    }

    /// A pool of workers whose calls users wait on is a busy service; and what people search for is embedded call
    /// by call too, so that embeddings answer the question only where surely nobody waits.
    private Optional<Answer.Known> observed(Sights sights, Subject subject, Optional<Answer.Known> waiting) {
        List<Evidence> evidence = sights.evidence(subject);
        if (sights.chains().filter(Chains::prevail).isPresent()) {
            return Optional.of(seen(NONE, Lean.REALTIME, evidence));
        }
        Optional<Mixture> job = sights.mixture().filter(found -> isPart(found.share()));
        if (job.isPresent()) {
            return Optional.of(seen(value(job.get().share()), Lean.BATCH, evidence));
        }
        boolean waitedFor =
                waiting.filter(known -> known.lean() == Lean.REALTIME).isPresent();
        boolean nobodyWaits = waiting.filter(known -> UserWaiting.surely(known, UserWaiting.NO))
                .isPresent();
        boolean inAnyOrder = (sights.isInAnyOrder(subject) && !waitedFor) || (LoneCalls.make(subject) && nobodyWaits);
        return sights.isAftercare() || inAnyOrder ? Optional.of(seen(WHOLE, Lean.BATCH, evidence)) : Optional.empty();
    }

    private Answer.Known seen(String value, Lean lean, List<Evidence> evidence) {
        return new Answer.Known(
                id(), value, lean, Rules.OBSERVED.value(), Answer.Origin.OBSERVED, Optional.empty(), evidence);
    }

    /// The share that can be split off: strictly between none and whole, and declared, or seen as surely as a move
    /// needs it in work that is surely mixed.
    static Optional<BigDecimal> share(Case workload) {
        Answer waiting = workload.answer(QuestionId.USER_WAITING);
        return Question.known(workload.answers(), QuestionId.PARTIAL_ASYNC)
                .filter(known -> known.origin() == Answer.Origin.DECLARED
                        || (Rules.DECIDES.reachedBy(known.confidence())
                                && UserWaiting.surely(waiting, UserWaiting.MIXED)))
                .flatMap(PartialCompletion::part);
    }

    /// The share seen in the logs, too uncertain to split it off.
    static Optional<BigDecimal> aside(Case workload) {
        return Question.known(workload.answers(), QuestionId.PARTIAL_ASYNC)
                .filter(known -> known.origin() == Answer.Origin.OBSERVED)
                .flatMap(PartialCompletion::part);
    }

    private static boolean isPart(BigDecimal share) {
        return share.signum() > 0 && share.compareTo(BigDecimal.ONE) < 0;
    }

    private static Optional<BigDecimal> part(Answer.Known known) {
        String value = known.value();
        return value.endsWith(PERCENT)
                ? Optional.of(new BigDecimal(value.substring(0, value.length() - 1)).movePointLeft(2))
                : Optional.empty();
    }

    private static String value(BigDecimal share) {
        return share.signum() == 0
                ? NONE
                : share.compareTo(BigDecimal.ONE) == 0
                        ? WHOLE
                        : share.movePointRight(2).stripTrailingZeros().toPlainString() + PERCENT;
    }

    /// What nobody waits for can be completed later as a whole.
    private Answer.Known derived(Answer.Known waiting, List<Evidence> evidence) {
        return new Answer.Known(
                id(),
                WHOLE,
                Lean.BATCH,
                waiting.confidence(),
                waiting.origin(),
                Optional.of(QuestionId.USER_WAITING),
                evidence);
    }

    private static String why(Subject subject) {
        String missing = Missing.of(subject.profile().coverage(), Field.SESSION, Field.LATENCY);
        return missing.isEmpty()
                ? "sessions show neither chains nor calls after answers, and no runs show a pool of workers"
                : missing;
    }
}
