package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Contention;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Outcome;
import dev.batchable.report.Appendix.Crowding;
import dev.batchable.report.Appendix.Headroom;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.Appendix.Scope;
import dev.batchable.report.WorkloadUsage.Peaks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which workloads draw on one rate limit, who fills its busiest minute, and who is refused for it.
///
/// Providers count limits per account, region and model. Where logs do not tell the account, a domain may be several
/// in truth. Its minutes are known where each of its workloads is known by the minute, and empty otherwise.
final class QuotaDomains {
    private static final int SHARE_SCALE = 4;
    private static final int CALLS_SCALE = 1;
    private static final Comparator<QuotaDomain> BY_CALLS = Comparator.comparingLong(QuotaDomain::requests)
            .reversed()
            .thenComparing(domain -> domain.scope().provider())
            .thenComparing(domain -> domain.scope().model())
            .thenComparing(domain -> domain.scope().region().orElse(""))
            .thenComparing(domain -> domain.scope().account().orElse(""));

    private QuotaDomains() {}

    static List<QuotaDomain> of(List<Judgement> judgements) {
        Map<QuotaScope, List<Judgement>> byScope = new HashMap<>();
        for (Judgement judgement : judgements) {
            WorkloadProfile profile = judgement.workload().profile();
            profile.usage().rows().keySet().stream()
                    .filter(key -> key.tier().isRealtime())
                    .map(RatingKey::model)
                    .distinct()
                    .forEach(model -> byScope.computeIfAbsent(QuotaScope.of(profile, model), any -> new ArrayList<>())
                            .add(judgement));
        }
        return byScope.entrySet().stream()
                .map(entry -> domain(entry.getKey(), entry.getValue()))
                .sorted(BY_CALLS)
                .toList();
    }

    static boolean usersWait(Judgement judgement) {
        return judgement.answers().stream()
                .anyMatch(answer -> answer.question() == QuestionId.USER_WAITING && answer.lean() == Lean.REALTIME);
    }

    private static QuotaDomain domain(QuotaScope scope, List<Judgement> judgements) {
        List<ModelActivity> minutes = judgements.stream()
                .flatMap(judgement -> QuotaScope.minutes(judgement.workload().profile(), scope.model()).stream())
                .toList();
        Optional<Contention> contention =
                minutes.size() == judgements.size() ? Optional.of(Contention.of(minutes)) : Optional.empty();
        List<Member> members = IntStream.range(0, judgements.size())
                .mapToObj(i -> member(scope, judgements, i, contention))
                .sorted(Comparator.comparingLong(Member::requests).reversed().thenComparing(Member::workload))
                .toList();
        return new QuotaDomain(
                scope(scope),
                members.stream().mapToLong(Member::requests).sum(),
                members.stream().mapToLong(Member::rateLimited).sum(),
                contention.map(known -> peaks(known.peak())).orElse(Peaks.UNKNOWN),
                contention.map(known -> headroom(known, judgements)).orElse(Headroom.UNKNOWN),
                members);
    }

    private static Scope scope(QuotaScope scope) {
        return new Scope(
                scope.model().provider().orElse(UsageAssembly.UNKNOWN),
                scope.account(),
                scope.model().region(),
                scope.model().model().orElse(UsageAssembly.UNKNOWN));
    }

    private static Member member(
            QuotaScope scope, List<Judgement> judgements, int index, Optional<Contention> contention) {
        UsageTable usage = judgements.get(index).workload().profile().usage();
        Predicate<RatingKey> own =
                key -> key.model().equals(scope.model()) && key.tier().isRealtime();
        Usage all = usage.total(own);
        long limited = usage.total(own.and(key -> key.outcome() == Outcome.RATE_LIMITED))
                .requests();
        return new Member(
                judgements.get(index).workload().profile().key().name(),
                all.requests(),
                usersWait(judgements.get(index)),
                limited,
                contention.map(known -> crowding(known, judgements, index)));
    }

    private static Crowding crowding(Contention contention, List<Judgement> judgements, int index) {
        return new Crowding(
                rounded(contention.shareAtPeak(index), SHARE_SCALE),
                rounded(contention.shareWhenRefused(index), SHARE_SCALE),
                rounded(contention.caused(index, other -> true), CALLS_SCALE),
                rounded(contention.caused(index, other -> usersWait(judgements.get(other))), CALLS_SCALE));
    }

    private static BigDecimal rounded(double figure, int scale) {
        return BigDecimal.valueOf(figure).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static Peaks peaks(Contention.Peak peak) {
        return new Peaks(OptionalLong.of(peak.requests()), OptionalLong.of(peak.tokens()));
    }

    /// What recommended moves take out of the busiest minute, rounded down.
    private static Headroom headroom(Contention contention, List<Judgement> judgements) {
        double[] moved = judgements.stream().mapToDouble(QuotaDomains::moved).toArray();
        long requests = 0;
        long tokens = 0;
        for (int i = 0; i < moved.length; i++) {
            Contention.Peak part = contention.of(i, contention.peak().minute());
            requests += (long) Math.floor(part.requests() * moved[i]);
            tokens += (long) Math.floor(part.tokens() * moved[i]);
        }
        return new Headroom(peaks(contention.without(moved)), OptionalLong.of(requests), OptionalLong.of(tokens));
    }

    private static double moved(Judgement judgement) {
        return judgement
                .move()
                .filter(move -> judgement.recommended())
                .map(move -> move.share().doubleValue())
                .orElse(0.0);
    }
}
