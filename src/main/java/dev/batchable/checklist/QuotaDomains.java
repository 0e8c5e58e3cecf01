package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.record.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which workloads compete for the same rate limits: provider, region and model. Logs do not tell the account,
/// so that all keys are taken for one account's.
final class QuotaDomains {
    private final Map<String, Domain> domains;

    private QuotaDomains(Map<String, Domain> domains) {
        this.domains = domains;
    }

    /// All workloads of one domain.
    ///
    /// @param busiest its busiest minute since 1970-01-01T00:00Z, the first of several
    /// @param calls all calls in that minute
    private record Domain(List<Member> members, long busiest, long calls) {
        static Domain of(List<Member> members) {
            Map<Long, Long> minutes = new HashMap<>();
            for (Member member : members) {
                Series series = member.subject().profile().activity().series();
                for (int i = 0; i < series.size(); i++) {
                    minutes.merge(series.minute(i), series.requests(i), Long::sum);
                }
            }
            return minutes.entrySet().stream()
                    .max(Map.Entry.<Long, Long>comparingByValue()
                            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                    .map(peak -> new Domain(members, peak.getKey(), peak.getValue()))
                    .orElse(new Domain(members, 0, 0));
        }
    }

    /// One workload in a domain.
    ///
    /// @param waitedFor whether a user waits on it, as far as is known
    /// @param rateLimited its calls in all that the provider refused for load or quota
    record Member(Subject subject, boolean waitedFor, long rateLimited) {}

    /// @param waiting for each subject the answer to the first question
    static QuotaDomains of(List<Subject> subjects, List<Answer> waiting) {
        Map<String, List<Member>> members = new TreeMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            boolean waitedFor = waiting.get(i).lean() == Lean.REALTIME;
            long limited = subject.requests(key -> key.outcome() == Outcome.RATE_LIMITED);
            name(subject)
                    .ifPresent(domain -> members.computeIfAbsent(domain, name -> new ArrayList<>())
                            .add(new Member(subject, waitedFor, limited)));
        }
        Map<String, Domain> domains = new TreeMap<>();
        members.forEach((name, all) -> domains.put(name, Domain.of(List.copyOf(all))));
        return new QuotaDomains(domains);
    }

    /// The domain of most of a workload's calls, such as `openai/gpt-4.1`; empty where provider or model is
    /// unknown.
    static Optional<String> name(Subject subject) {
        RatingKey.ModelRef model = Target.mainModel(subject);
        return model.provider()
                .flatMap(provider -> model.model()
                        .map(name -> provider
                                + model.region().map(region -> "/" + region).orElse("") + "/" + name));
    }

    List<Member> members(String domain) {
        return Optional.ofNullable(domains.get(domain)).map(Domain::members).orElse(List.of());
    }

    /// Share of a workload in the busiest minute of its domain, by calls.
    double shareAtPeak(String domain, Subject subject) {
        return Optional.ofNullable(domains.get(domain))
                .filter(found -> found.calls() > 0)
                .map(found -> (double) calls(subject, found.busiest()) / found.calls())
                .orElse(0.0);
    }

    private static long calls(Subject subject, long minute) {
        Series series = subject.profile().activity().series();
        long calls = 0;
        for (int i = 0; i < series.size(); i++) {
            calls += series.minute(i) == minute ? series.requests(i) : 0;
        }
        return calls;
    }
}
