package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.record.Field;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// What quota domain does it consume? Leans batch where it takes room in a rate-limited domain from work that users
/// wait on; else it leans neither way.
final class QuotaDomain implements Question {
    private final QuotaDomains domains;
    /// What was seen of each workload: the question is put again with every supposition, and looking is dear.
    private final IdentityHashMap<Subject, List<Evidence>> seen = new IdentityHashMap<>();

    QuotaDomain(QuotaDomains domains) {
        this.domains = domains;
    }

    @Override
    public QuestionId id() {
        return QuestionId.QUOTA_DOMAIN;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Optional<QuotaScope> observed = QuotaDomains.scope(subject);
        Optional<String> declared = subject.declared().quotaDomain();
        if (declared.isEmpty() && observed.isEmpty()) {
            return unknown(subject);
        }
        List<Evidence> evidence = observed.map(
                        scope -> seen.computeIfAbsent(subject, unseen -> evidence(scope, unseen)))
                .orElse(List.of());
        boolean waitedFor = Question.waitedFor(earlier);
        boolean crowds = !waitedFor && evidence.stream().anyMatch(found -> found.lean() == Lean.BATCH);
        return new Answer.Known(
                        id(),
                        declared.or(() -> observed.map(QuotaScope::name)).orElseThrow(),
                        crowds ? Lean.BATCH : Lean.NEITHER,
                        declared.isPresent() ? 1 : Rules.OBSERVED.value(),
                        declared.isPresent() ? Answer.Origin.DECLARED : Answer.Origin.OBSERVED,
                        Optional.empty(),
                        evidence)
                .changedBy(change(waitedFor, crowds));
    }

    private Answer unknown(Subject subject) {
        String missing = Missing.of(subject.profile().coverage(), Field.PROVIDER, Field.MODEL);
        return new Answer.Unknown(id(), missing.isEmpty() ? "provider or model is not told" : missing, List.of())
                .changedBy("A log that tells provider and model, or a declared `quota_domain`.");
    }

    private static String change(boolean waitedFor, boolean crowds) {
        if (waitedFor) {
            return "It leans batch only once nobody waits on it.";
        }
        return crowds
                ? "A quota domain of its own, or no more rate limits beside work that users wait on."
                : "Five or more rate limits in its domain, beside work that users wait on.";
    }

    private List<Evidence> evidence(QuotaScope scope, Subject subject) {
        List<Evidence> evidence = new ArrayList<>();
        domains.domain(scope)
                .flatMap(domain -> domain.place(subject).map(place -> new Crowd(domain, place)))
                .ifPresent(crowd -> evidence.addAll(crowd.evidence()));
        evidence.add(account(scope, subject));
        QueueFit.of(subject).map(QueueFit::evidence).ifPresent(evidence::add);
        return List.copyOf(evidence);
    }

    private static Evidence account(QuotaScope scope, Subject subject) {
        String found = scope.account()
                .map(account -> "account " + account)
                .orElse("account not told: all keys taken for one account's");
        return subject.evidence(
                "quota-account",
                found,
                "providers count limits per account, region and model",
                subject.requests(),
                Lean.NEITHER);
    }
}
