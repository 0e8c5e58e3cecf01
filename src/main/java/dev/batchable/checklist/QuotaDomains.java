package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Contention;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which workloads compete for the same rate limits: provider, account, region and model. Where logs do not tell the
/// account, all keys are taken for one account's.
final class QuotaDomains {
    private final Map<QuotaScope, Domain> domains;

    private QuotaDomains(Map<QuotaScope, Domain> domains) {
        this.domains = domains;
    }

    /// One workload in a domain.
    ///
    /// @param waitedFor whether a user waits on it, as far as is known
    record Member(Subject subject, boolean waitedFor, ModelActivity activity) {}

    /// All workloads of one domain that are known by the minute.
    ///
    /// @param coarse the others, by number
    /// @param places of the workloads among the members
    record Domain(
            QuotaScope scope, List<Member> members, Map<Subject, Integer> places, long coarse, Contention contention) {
        static Domain of(QuotaScope scope, List<Member> members, long coarse) {
            Map<Subject, Integer> places = new IdentityHashMap<>();
            for (int i = 0; i < members.size(); i++) {
                places.put(members.get(i).subject(), i);
            }
            return new Domain(
                    scope,
                    List.copyOf(members),
                    places,
                    coarse,
                    Contention.of(members.stream().map(Member::activity).toList()));
        }

        /// The place of a workload among the members; empty where its minutes are unknown.
        Optional<Integer> place(Subject subject) {
            return Optional.ofNullable(places.get(subject));
        }
    }

    /// @param waiting for each subject the answer to the first question
    static QuotaDomains of(List<Subject> subjects, List<Answer> waiting) {
        Map<QuotaScope, List<Member>> members = new HashMap<>();
        Map<QuotaScope, Long> coarse = new HashMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            boolean waitedFor = waiting.get(i).lean() == Lean.REALTIME;
            for (RatingKey.ModelRef model :
                    subject.profile().activity().byModel().keySet()) {
                QuotaScope scope = QuotaScope.of(subject.profile(), model);
                QuotaScope.minutes(subject.profile(), model)
                        .ifPresentOrElse(
                                activity -> members.computeIfAbsent(scope, any -> new ArrayList<>())
                                        .add(new Member(subject, waitedFor, activity)),
                                () -> coarse.merge(scope, 1L, Long::sum));
            }
        }
        Map<QuotaScope, Domain> domains = new HashMap<>();
        members.forEach((scope, all) -> domains.put(scope, Domain.of(scope, all, coarse.getOrDefault(scope, 0L))));
        return new QuotaDomains(domains);
    }

    /// The domain of most of a workload's calls; empty where provider or model is unknown.
    static Optional<QuotaScope> scope(Subject subject) {
        RatingKey.ModelRef model = Target.mainModel(subject);
        return model.provider().isPresent() && model.model().isPresent()
                ? Optional.of(QuotaScope.of(subject.profile(), model))
                : Optional.empty();
    }

    Optional<Domain> domain(QuotaScope scope) {
        return Optional.ofNullable(domains.get(scope));
    }
}
