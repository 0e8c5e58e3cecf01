package dev.batchable.simulate;

import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.Series;
import dev.batchable.profile.WorkloadProfile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a quota domain carries on realtime, minute by minute, before the move and after it in one run.
///
/// Where the tier has a quota of its own, all that moves is taken away, failed attempts too, and the re-runs of
/// what fell back are added, so many calls a minute as the workload has been seen to make.
final class PeakLoad {
    private static final int MINUTE = 60;

    private final long firstMinute;
    private final long[] requests;
    private final long[] tokens;

    private PeakLoad(Span span) {
        firstMinute = Math.floorDiv(span.start(), MINUTE);
        int minutes = (int) (Math.floorDiv(span.end(), MINUTE) - firstMinute + 1);
        requests = new long[minutes];
        tokens = new long[minutes];
    }

    private PeakLoad(PeakLoad other) {
        firstMinute = other.firstMinute;
        requests = other.requests.clone();
        tokens = other.tokens.clone();
    }

    /// Why the domain's minutes are not known; empty where they are.
    static Optional<String> unknown(Queues.Queue queue, List<WorkloadProfile> all) {
        if (queue.rule() instanceof TierRule.Offered offered && offered.quota() != TierRule.Quota.NOT_DOCUMENTED) {
            return all.stream()
                    .filter(profile -> draws(profile, queue.scope()))
                    .filter(profile ->
                            QuotaScope.minutes(profile, queue.scope().model()).isEmpty())
                    .map(profile -> profile.key().name() + " is not known by the minute")
                    .findFirst();
        }
        return Optional.of("whether the tier shares realtime limits is not documented");
    }

    static boolean draws(WorkloadProfile profile, QuotaScope scope) {
        return profile.activity().byModel().containsKey(scope.model())
                && QuotaScope.of(profile, scope.model()).equals(scope);
    }

    static PeakLoad before(QuotaScope scope, List<WorkloadProfile> all, Span span) {
        PeakLoad load = new PeakLoad(span);
        all.stream()
                .filter(profile -> draws(profile, scope))
                .forEach(profile -> load.add(profile, scope, BigDecimal.ONE, 1));
        return load;
    }

    /// Without what moves.
    PeakLoad without(Queues.Queue queue) {
        PeakLoad rest = new PeakLoad(this);
        boolean separate =
                queue.rule() instanceof TierRule.Offered offered && offered.quota() == TierRule.Quota.SEPARATE;
        for (Chosen chosen : separate ? queue.members() : List.<Chosen>of()) {
            rest.add(chosen.profile(), queue.scope(), chosen.deferral().share(), -1);
        }
        return rest;
    }

    private void add(WorkloadProfile profile, QuotaScope scope, BigDecimal share, int sign) {
        Optional<Series> series = QuotaScope.minutes(profile, scope.model()).map(ModelActivity::series);
        Part moreRequests = new Part(share);
        Part moreTokens = new Part(share);
        for (int i = 0; i < series.map(Series::size).orElse(0); i++) {
            add(
                    series.get().minute(i),
                    sign * moreRequests.of(series.get().requests(i)),
                    sign * moreTokens.of(series.get().tokens(i)));
        }
    }

    private void add(long minute, long moreRequests, long moreTokens) {
        long place = minute - firstMinute;
        if (place >= 0 && place < requests.length) {
            requests[(int) place] += moreRequests;
            tokens[(int) place] += moreTokens;
        }
    }

    /// With the re-runs of one run's fallbacks.
    PeakLoad with(List<Fate> fates) {
        PeakLoad more = new PeakLoad(this);
        for (Fate fate : fates) {
            for (int i = 0; i < fate.batch().calls().size(); i++) {
                more.rerun(fate, i);
            }
        }
        return more;
    }

    /// Spread evenly over the minutes that the re-run takes.
    private void rerun(Fate fate, int parcel) {
        int minutes = (int) (fate.rerun(parcel) / MINUTE);
        long first = Math.floorDiv(fate.endedAt(parcel), MINUTE);
        for (int i = 0; i < minutes; i++) {
            add(
                    first + i,
                    Arrivals.slice(fate.batch().calls().requests(parcel), i, minutes),
                    Arrivals.slice(fate.batch().calls().tokens(parcel), i, minutes));
        }
    }

    long mostRequests() {
        return Arrays.stream(requests).max().orElse(0);
    }

    long mostTokens() {
        return Arrays.stream(tokens).max().orElse(0);
    }
}
