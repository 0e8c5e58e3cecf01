package dev.batchable.price;

import dev.batchable.price.TargetMatch.Unmatched;
import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.BatchHistory.OfModel;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a workload's keys add up to on one target tier.
final class TargetSum {
    /// Assumed of a tier whose promise is not documented: that of nearly every batch API.
    private static final Duration USUAL_WINDOW = Duration.ofHours(24);

    private final Tier target;
    private final Completions completions;
    private final Set<OfModel> models = new HashSet<>();
    private BigDecimal movable = BigDecimal.ZERO;
    private BigDecimal movableAsOf = BigDecimal.ZERO;
    private BigDecimal naive = BigDecimal.ZERO;
    private BigDecimal unmatched = BigDecimal.ZERO;
    private Range cost = Range.ZERO;
    private Range costAsOf = Range.ZERO;
    private Duration window = Duration.ZERO;
    private Range lateCharge = Range.ZERO;
    private final List<Unmatched> reasons = new ArrayList<>();
    private final Map<LineSheet.LineKey, Range> lines = new HashMap<>();
    private final Set<LineSheet.LineKey> partial = new HashSet<>();
    private final Set<String> assumptions = new LinkedHashSet<>();

    TargetSum(Tier target, Completions completions) {
        this.target = target;
        this.completions = completions;
    }

    void addUnmatched(RatedKey key, Unmatched reason) {
        unmatched = unmatched.add(key.movable());
        if (key.movable().signum() > 0) {
            reasons.add(reason);
        }
        if (key.isItemized()) {
            LineSheet.kinds(key).forEach(kind -> partial.add(LineSheet.lineKey(key, kind)));
        }
    }

    void addMovable(BigDecimal paid, BigDecimal paidAsOf, BigDecimal discount) {
        movable = movable.add(paid);
        movableAsOf = movableAsOf.add(paidAsOf);
        naive = naive.add(Amounts.rounded(paid.multiply(discount)));
    }

    void addCost(Range inForce, Range asOf) {
        cost = cost.plus(inForce);
        costAsOf = costAsOf.plus(asOf);
    }

    void addLine(LineSheet.LineKey line, Range amount) {
        lines.merge(line, amount, Range::plus);
    }

    /// Of several models on one target, the longest window and the worst charge count.
    void addTerms(TierRule rule, OfModel model) {
        models.add(model);
        if (rule instanceof TierRule.Offered offered) {
            addWindow(offered.completion().window());
            lateCharge = worse(lateCharge, lateCharge(offered.completion().expiry()));
        } else {
            assumptions.add(
                    "the terms of the " + target.id() + " tier are not documented: results within 24 h assumed");
            addWindow(USUAL_WINDOW);
            lateCharge = worse(lateCharge, lateCharge(TierRule.Expiry.NOT_DOCUMENTED));
        }
    }

    private void addWindow(Duration promised) {
        window = promised.compareTo(window) > 0 ? promised : window;
    }

    /// What is not documented counts in the pessimistic scenario only; a job that never expires is charged
    /// whenever it ends, unless it is cancelled, which the optimistic scenario takes for granted.
    private static Range lateCharge(TierRule.Expiry expiry) {
        return switch (expiry) {
            case FINISHED_ONLY -> Range.ZERO;
            case NEVER_EXPIRES -> new Range(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO);
            case NOT_DOCUMENTED -> new Range(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO);
        };
    }

    private static Range worse(Range one, Range other) {
        return new Range(
                one.low().max(other.low()),
                one.expected().max(other.expected()),
                one.high().max(other.high()));
    }

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    BigDecimal movable() {
        return movable;
    }

    BigDecimal expectedCost() {
        return cost.expected();
    }

    /// Target amounts of the lines whose whole quantity has one.
    Map<LineSheet.LineKey, Range> lineAmounts() {
        Map<LineSheet.LineKey, Range> whole = new HashMap<>(lines);
        whole.keySet().removeAll(partial);
        return whole;
    }

    TargetRating rating(Range monthlyFactor, List<RatedLine> rated, boolean unpriced) {
        if (movable.signum() <= 0) {
            return unrated(unpriced);
        }
        TargetRating.Terms terms = new TargetRating.Terms(
                completions.of(target, models, window), lateCharge, movableAsOf, costAsOf, rated);
        return new TargetRating.Rated(target, movable, unmatched, cost, naive, monthlyFactor, sentences(), terms);
    }

    private List<String> sentences() {
        List<String> all = new ArrayList<>(assumptions);
        if (unmatched.signum() > 0) {
            boolean sunk = reasons.get(0).kind() == TargetRating.Reason.SUNK;
            all.add("no saving is claimed for the part " + (sunk ? "" : "without a " + target.id() + " price")
                    + (sunk ? "that is sunk: " : ": ") + reasons.get(0).reason());
        }
        if (movable.compareTo(movableAsOf) != 0 || cost.expected().compareTo(costAsOf.expected()) != 0) {
            all.add("prices changed: monthly figures use those valid on the as-of day");
        }
        return all;
    }

    private TargetRating.Unrated unrated(boolean unpriced) {
        if (reasons.isEmpty()) {
            String reason = unpriced ? "the calls themselves have no price" : "no realtime spend that could move";
            return new TargetRating.Unrated(target, TargetRating.Reason.NO_SPEND, reason);
        }
        Unmatched first = reasons.stream()
                .filter(reason -> reason.kind() != TargetRating.Reason.NO_TIER)
                .findFirst()
                .orElse(reasons.get(0));
        return new TargetRating.Unrated(target, first.kind(), first.reason());
    }
}
