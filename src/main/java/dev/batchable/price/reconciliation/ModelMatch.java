package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.reconciliation.BilledModel.Content;
import dev.batchable.price.reconciliation.Reconciliation.MatchedBy;
import dev.batchable.price.reconciliation.Reconciliation.Reason;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One model's bill laid against its logs.
///
/// Where the bill counts tokens, tokens are compared and the billed rate prices what both sides have, so that a
/// discount never hides missing traffic. Where it does not, the amounts of the same tier are compared. Every
/// part of the bill that stays unexplained gets the first reason that applies.
final class ModelMatch {
    /// Amounts this close are taken for the same price basis.
    private static final BigDecimal CLOSE = new BigDecimal("0.01");

    private final BilledModel billed;
    private final LoggedModel logged;
    private final TokenMatch tokens;
    private final Map<Tier, BigDecimal> amountsLeft;
    private final Map<Reason, BigDecimal> residuals = new EnumMap<>(Reason.class);
    private BigDecimal explained = BigDecimal.ZERO;

    ModelMatch(BilledModel billed, LoggedModel logged) {
        this.billed = billed;
        this.logged = logged;
        this.tokens = new TokenMatch(billed, logged);
        this.amountsLeft = logged.amounts();
        amountsLeft.keySet().removeIf(billed::isQuantified);
        billed.quantities().forEach(this::settleTokens);
        billed.amounts().forEach(this::settleAmount);
        addResidual(Reason.DISCOUNT, billed.takenBack());
    }

    private void settleTokens(BilledModel.Slot slot, Content content) {
        BigDecimal matched = tokens.matched(slot);
        BigDecimal part = Amounts.share(content.billed(), matched, content.tokens());
        BigDecimal settled = matched.compareTo(content.tokens()) == 0 ? content.billed() : part;
        explained = explained.add(settled);
        BigDecimal rest = content.billed().subtract(settled);
        BigDecimal missing = content.tokens().subtract(matched);
        if (rest.compareTo(content.tolerance()) <= 0) {
            addResidual(Reason.ROUNDING, rest);
        } else if (slot.tier() == Tier.BATCH
                && missing.compareTo(content.firstDay().tokens()) <= 0) {
            addResidual(Reason.DAY_BOUNDARY_SHIFT, rest);
        } else {
            addResidual(Reason.MISSING_LOGS, rest);
        }
    }

    private void settleAmount(Tier tier, Content content) {
        BigDecimal settled = BigDecimal.ZERO;
        for (Map.Entry<Tier, BigDecimal> pool : amountsLeft.entrySet()) {
            if (tier == Tier.UNKNOWN || pool.getKey() == Tier.UNKNOWN || pool.getKey() == tier) {
                BigDecimal taken = content.billed().subtract(settled).min(pool.getValue());
                settled = settled.add(taken);
                pool.setValue(pool.getValue().subtract(taken));
            }
        }
        explained = explained.add(settled);
        BigDecimal rest = content.billed().subtract(settled);
        addResidual(amountReason(tier, content, rest), rest);
    }

    private Reason amountReason(Tier tier, Content content, BigDecimal rest) {
        if (rest.compareTo(content.tolerance()) <= 0) {
            return Reason.ROUNDING;
        }
        if (logged.isUnpriced()) {
            return Reason.UNPRICED_MODEL;
        }
        if (logged.isEmpty()) {
            return Reason.MISSING_LOGS;
        }
        if (tier == Tier.BATCH && rest.compareTo(content.firstDay().billed()) <= 0) {
            return Reason.DAY_BOUNDARY_SHIFT;
        }
        boolean listPrice = isClose(logged.catalogAmount(), billed.billed())
                && logged.amount().compareTo(logged.catalogAmount()) < 0;
        return listPrice ? Reason.DISCOUNT : Reason.UNKNOWN;
    }

    private void addResidual(Reason reason, BigDecimal amount) {
        if (amount.signum() != 0) {
            residuals.merge(reason, amount, BigDecimal::add);
        }
    }

    BigDecimal logged() {
        return logged.amount();
    }

    BigDecimal explained() {
        return explained;
    }

    /// Parts of billed − explained; they sum to it.
    Map<Reason, BigDecimal> residuals() {
        return residuals;
    }

    MatchedBy matchedBy() {
        if (logged.isEmpty()
                || (billed.quantities().isEmpty() && billed.amounts().isEmpty())) {
            return MatchedBy.NONE;
        }
        return billed.quantities().isEmpty() ? MatchedBy.AMOUNT : MatchedBy.QUANTITY;
    }

    /// What the logs have beyond the bill; nothing where the bill's list price shows that a discount makes the
    /// difference.
    BigDecimal above() {
        BigDecimal amounts = amountsLeft.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return tokens.above(logged).add(isDiscounted() ? BigDecimal.ZERO : amounts);
    }

    private boolean isDiscounted() {
        return billed.quantities().isEmpty()
                && list().filter(list -> list.compareTo(billed.billed()) > 0)
                        .filter(list -> isClose(list, logged.amount()))
                        .isPresent();
    }

    private Optional<BigDecimal> list() {
        return billed.amounts().values().stream()
                .map(Content::list)
                .reduce((one, other) -> one.flatMap(a -> other.map(a::add)))
                .flatMap(sum -> sum);
    }

    /// The largest part of the residual, else what makes the amounts differ.
    Optional<Reason> reason() {
        return residuals.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(this::differenceReason);
    }

    private Optional<Reason> differenceReason() {
        BigDecimal difference = billed.billed().subtract(logged.amount());
        if (above().compareTo(billed.tolerance()) > 0) {
            return Optional.of(Reason.LOGGED_ABOVE_BILLED);
        }
        if (difference.abs().compareTo(billed.tolerance()) <= 0) {
            return Optional.empty();
        }
        if (logged.isUnpriced()) {
            return Optional.of(Reason.UNPRICED_MODEL);
        }
        return Optional.of(difference.signum() < 0 ? Reason.DISCOUNT : Reason.PRICE_DIFFERENCE);
    }

    private static boolean isClose(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.abs().multiply(CLOSE)) <= 0;
    }
}
