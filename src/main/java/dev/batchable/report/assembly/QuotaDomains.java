package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.profile.Activity;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Outcome;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Scope;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Which workloads draw on one rate limit, and who fills its busiest minute.
///
/// Providers count limits per account, region and model. Logs seldom tell the account, so a domain here is
/// provider, region and model, and may be several domains in truth. Minute series are kept per workload and not
/// per model; a domain's busiest minute is therefore known only where each of its workloads uses this one model
/// and is known by the minute, and empty otherwise.
final class QuotaDomains {
    private static final Comparator<QuotaDomain> BY_CALLS = Comparator.comparingLong(QuotaDomain::requests)
            .reversed()
            .thenComparing(domain -> domain.scope().provider())
            .thenComparing(domain -> domain.scope().model())
            .thenComparing(domain -> domain.scope().region().orElse(""));

    private QuotaDomains() {}

    static List<QuotaDomain> of(List<Judgement> judgements) {
        Map<RatingKey.ModelRef, List<Judgement>> byModel = new HashMap<>();
        for (Judgement judgement : judgements) {
            judgement.workload().profile().usage().rows().keySet().stream()
                    .filter(key -> key.tier().isRealtime())
                    .map(RatingKey::model)
                    .distinct()
                    .forEach(model -> byModel.computeIfAbsent(model, any -> new ArrayList<>())
                            .add(judgement));
        }
        return byModel.entrySet().stream()
                .map(entry -> domain(entry.getKey(), entry.getValue()))
                .sorted(BY_CALLS)
                .toList();
    }

    private static QuotaDomain domain(RatingKey.ModelRef model, List<Judgement> judgements) {
        Optional<Minute> busiest = busiest(model, judgements);
        List<Member> members = judgements.stream()
                .map(judgement -> member(model, judgement.workload().profile(), busiest))
                .sorted(Comparator.comparingLong(Member::requests).reversed().thenComparing(Member::workload))
                .toList();
        return new QuotaDomain(
                new Scope(
                        model.provider().orElse(UsageAssembly.UNKNOWN),
                        Optional.empty(),
                        model.region(),
                        model.model().orElse(UsageAssembly.UNKNOWN)),
                members.stream().mapToLong(Member::requests).sum(),
                members.stream().mapToLong(Member::rateLimited).sum(),
                busiest.map(minute -> minute.peaks).orElse(Peaks.UNKNOWN),
                busiest.map(minute -> OptionalLong.of(freed(judgements, minute)))
                        .orElse(OptionalLong.empty()),
                members);
    }

    private static Member member(RatingKey.ModelRef model, WorkloadProfile profile, Optional<Minute> busiest) {
        UsageTable usage = profile.usage();
        Predicate<RatingKey> own =
                key -> key.model().equals(model) && key.tier().isRealtime();
        Usage all = usage.total(own);
        long limited = usage.total(own.and(key -> key.outcome() == Outcome.RATE_LIMITED))
                .requests();
        Optional<BigDecimal> share = busiest.filter(minute -> minute.tokens > 0)
                .map(minute -> BigDecimal.valueOf(minute.tokensOf(profile))
                        .divide(BigDecimal.valueOf(minute.tokens), 4, RoundingMode.HALF_EVEN));
        return new Member(profile.key().name(), all.requests(), limited, share);
    }

    /// What recommended moves take out of the busiest minute, rounded down.
    private static long freed(List<Judgement> judgements, Minute busiest) {
        long freed = 0;
        for (Judgement judgement : judgements) {
            BigDecimal share = judgement
                    .move()
                    .filter(move -> judgement.recommended())
                    .map(Judgement.Move::share)
                    .orElse(BigDecimal.ZERO);
            BigDecimal tokens =
                    BigDecimal.valueOf(busiest.tokensOf(judgement.workload().profile()));
            freed += tokens.multiply(share).longValue();
        }
        return freed;
    }

    private record Minute(long minute, long tokens, Peaks peaks) {
        long tokensOf(WorkloadProfile profile) {
            Series series = profile.activity().series();
            for (int i = 0; i < series.size(); i++) {
                if (series.minute(i) == minute) {
                    return series.tokens(i);
                }
            }
            return 0;
        }
    }

    private static Optional<Minute> busiest(RatingKey.ModelRef model, List<Judgement> judgements) {
        Map<Long, long[]> minutes = new TreeMap<>();
        for (Judgement judgement : judgements) {
            WorkloadProfile profile = judgement.workload().profile();
            if (!tells(profile, model)) {
                return Optional.empty();
            }
            add(profile.activity().series(), minutes);
        }
        long requests = 0;
        Optional<Minute> busiest = Optional.empty();
        for (Map.Entry<Long, long[]> minute : minutes.entrySet()) {
            requests = Math.max(requests, minute.getValue()[0]);
            long tokens = minute.getValue()[1];
            if (busiest.isEmpty() || tokens > busiest.get().tokens) {
                busiest = Optional.of(new Minute(minute.getKey(), tokens, Peaks.UNKNOWN));
            }
        }
        long most = requests;
        return busiest.map(minute -> new Minute(
                minute.minute, minute.tokens, new Peaks(OptionalLong.of(most), OptionalLong.of(minute.tokens))));
    }

    private static boolean tells(WorkloadProfile profile, RatingKey.ModelRef model) {
        Activity activity = profile.activity();
        return activity.resolution().compareTo(Duration.ofMinutes(1)) <= 0
                && profile.usage().rows().keySet().stream()
                        .allMatch(key -> key.model().equals(model));
    }

    private static void add(Series series, Map<Long, long[]> minutes) {
        for (int i = 0; i < series.size(); i++) {
            long[] sums = minutes.computeIfAbsent(series.minute(i), any -> new long[2]);
            sums[0] += series.requests(i);
            sums[1] += series.tokens(i);
        }
    }
}
