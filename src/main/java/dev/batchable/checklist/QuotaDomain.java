package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Optional;

/// What quota domain does it consume? Leans batch where it takes room in a rate-limited domain from work that
/// users wait on; else it leans neither way.
final class QuotaDomain implements Question {
    private final QuotaDomains domains;

    QuotaDomain(QuotaDomains domains) {
        this.domains = domains;
    }

    @Override
    public QuestionId id() {
        return QuestionId.QUOTA_DOMAIN;
    }

    @Override
    public Answer answer(Subject subject, List<Answer> earlier) {
        Optional<String> observed = QuotaDomains.name(subject);
        Optional<String> declared = subject.declared().quotaDomain();
        if (declared.isEmpty() && observed.isEmpty()) {
            String missing = Missing.of(subject.profile().coverage(), Field.PROVIDER, Field.MODEL);
            return new Answer.Unknown(id(), missing.isEmpty() ? "provider or model is not told" : missing, List.of());
        }
        List<Evidence> evidence =
                observed.map(domain -> List.of(sharing(domain, subject))).orElse(List.of());
        boolean waitedFor = Question.known(earlier, QuestionId.USER_WAITING)
                .filter(answer -> answer.lean() == Lean.REALTIME)
                .isPresent();
        boolean crowds = !waitedFor && evidence.stream().anyMatch(found -> found.lean() == Lean.BATCH);
        return new Answer.Known(
                id(),
                declared.or(() -> observed).orElseThrow(),
                crowds ? Lean.BATCH : Lean.NEITHER,
                declared.isPresent() ? 1 : Rules.OBSERVED.value(),
                declared.isPresent() ? Answer.Origin.DECLARED : Answer.Origin.OBSERVED,
                Optional.empty(),
                evidence);
    }

    private Evidence sharing(String domain, Subject subject) {
        List<QuotaDomains.Member> members = domains.members(domain);
        long limited =
                members.stream().mapToLong(QuotaDomains.Member::rateLimited).sum();
        boolean beside = members.stream()
                .filter(member -> !member.subject().name().equals(subject.name()))
                .anyMatch(QuotaDomains.Member::waitedFor);
        String share = Wording.percent(domains.shareAtPeak(domain, subject));
        String found = share + " of the busiest minute of " + domain + ", shared with "
                + Wording.plural(members.size() - 1, "other workload") + (beside ? ", users waiting on some" : "")
                + "; " + Wording.count(limited)
                + " calls rate-limited; a move to a pool of its own frees that share";
        boolean crowds = beside && Rules.RATE_LIMITS.reachedBy(limited);
        return subject.evidence(
                "quota-sharing",
                found,
                "5 or more rate limits beside work that users wait on lean batch",
                members.size(),
                crowds ? Lean.BATCH : Lean.NEITHER);
    }
}
