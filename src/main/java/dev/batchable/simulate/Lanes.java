package dev.batchable.simulate;

import dev.batchable.checklist.Reserve;
import dev.batchable.checklist.evidence.QuotaScope;
import dev.batchable.policy.Policy;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Series;
import dev.batchable.profile.Usage;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes the lane of a workload's calls to one model.
final class Lanes {
    private final Policy policy;

    Lanes(Policy policy) {
        this.policy = policy;
    }

    /// @param rule documented of the target for this model
    /// @param cap of the queue
    Lane of(Chosen chosen, ModelRef model, ModelActivity activity, TierRule rule, Optional<Cap> cap) {
        int minutes = Resolution.minutes(chosen.profile());
        Series series = activity.series();
        BigDecimal share = chosen.deferral().share().multiply(realtimePart(chosen, model));
        Terms terms = new Terms(
                new Terms.Deadline(
                        chosen.budget().toSeconds(), Reserve.of(chosen.budget()).toSeconds(), busiest(series, minutes)),
                chosen.submission(),
                policy.zone(),
                new Terms.Course(
                        chosen.completion(),
                        Chosen.window(chosen.target(), rule).toSeconds()),
                limits(chosen, model, rule, cap));
        return new Lane(
                chosen.name(),
                QuotaScope.of(chosen.profile(), model).name(),
                Arrivals.of(series, minutes, share),
                terms);
    }

    /// Of the synchronous calls to a model; some may run on flex already, or on a tier that no log tells.
    private static BigDecimal realtimePart(Chosen chosen, ModelRef model) {
        long realtime = usage(chosen, model).requests();
        long synchronous = chosen.profile()
                .usage()
                .total(key -> key.model().equals(model) && key.tier() != Tier.BATCH)
                .requests();
        return synchronous == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(realtime).divide(BigDecimal.valueOf(synchronous), MathContext.DECIMAL32);
    }

    private static Usage usage(Chosen chosen, ModelRef model) {
        return chosen.profile()
                .usage()
                .total(key -> key.model().equals(model) && key.tier().isRealtime());
    }

    /// Calls a minute that realtime has been seen to take.
    private static long busiest(Series series, int minutes) {
        long most = 0;
        for (int i = 0; i < series.size(); i++) {
            most = Math.max(most, series.requests(i) - series.troubled(i));
        }
        return Math.max(1, most / minutes);
    }

    private static Terms.Limits limits(Chosen chosen, ModelRef model, TierRule rule, Optional<Cap> cap) {
        OptionalLong least =
                rule instanceof TierRule.Offered offered ? offered.limits().minRequests() : none();
        OptionalLong most =
                rule instanceof TierRule.Offered offered ? offered.limits().maxRequests() : none();
        OptionalLong byCalls = cap.filter(known -> known.unit() == QueueCap.Unit.REQUESTS)
                .map(known -> OptionalLong.of(Math.min(known.most(), most.orElse(Long.MAX_VALUE))))
                .orElse(most);
        OptionalLong byTokens = cap.filter(known -> known.unit() == QueueCap.Unit.INPUT_TOKENS)
                .map(known -> OptionalLong.of(known.most()))
                .orElse(none());
        return new Terms.Limits(least, byCalls, byTokens, inputPart(usage(chosen, model)));
    }

    private static OptionalLong none() {
        return OptionalLong.empty();
    }

    private static double inputPart(Usage usage) {
        return usage.tokens().total() == 0
                ? 0
                : (double) usage.tokens().input() / usage.tokens().total();
    }
}
