package dev.batchable.checklist;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.record.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which workloads compete for the same rate limits: provider, region and model. Logs do not tell the account, so
/// that all keys are taken for one account's.
final class QuotaDomains {
    private final Map<String, List<Member>> domains;

    private QuotaDomains(Map<String, List<Member>> domains) {
        this.domains = domains;
    }

    /// One workload in a domain.
    ///
    /// @param waitedFor whether a user waits on it, as far as is known
    /// @param rateLimited its calls in all that the provider refused for load or quota
    record Member(Subject subject, boolean waitedFor, long rateLimited) {}

    /// @param waiting for each subject the answer to the first question
    static QuotaDomains of(List<Subject> subjects, List<Answer> waiting) {
        Map<String, List<Member>> domains = new TreeMap<>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            boolean waitedFor = waiting.get(i).lean() == Lean.REALTIME;
            long limited = subject.requests(key -> key.outcome() == Outcome.RATE_LIMITED);
            name(subject)
                    .ifPresent(domain -> domains.computeIfAbsent(domain, name -> new ArrayList<>())
                            .add(new Member(subject, waitedFor, limited)));
        }
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
        return domains.getOrDefault(domain, List.of());
    }

    /// Share of a workload in the busiest minute of its domain, the first of several; by calls.
    double shareAtPeak(String domain, Subject subject) {
        Map<Long, Long> minutes = new HashMap<>();
        members(domain).forEach(member -> add(member.subject(), minutes));
        Map<Long, Long> own = new HashMap<>();
        add(subject, own);
        long peak = 0;
        long busiest = 0;
        for (Map.Entry<Long, Long> minute : minutes.entrySet()) {
            long lead = minute.getValue() - busiest;
            if (lead > 0 || lead == 0 && minute.getKey() < peak) {
                peak = minute.getKey();
                busiest = minute.getValue();
            }
        }
        return busiest == 0 ? 0 : (double) own.getOrDefault(peak, 0L) / busiest;
    }

    private static void add(Subject subject, Map<Long, Long> minutes) {
        Series series = subject.profile().activity().series();
        for (int i = 0; i < series.size(); i++) {
            minutes.merge(series.minute(i), series.requests(i), Long::sum);
        }
    }
}
