package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/// Lays logged tokens against billed ones: first where kind and tier are the same, then what is left where one
/// side does not tell. No token is used twice.
final class TokenMatch {
    private final BilledModel billed;
    private final SortedMap<LoggedModel.Slot, BigDecimal> left;
    private final SortedMap<BilledModel.Slot, BigDecimal> matched = new TreeMap<>();

    TokenMatch(BilledModel billed, LoggedModel logged) {
        this.billed = billed;
        this.left = logged.tokens();
        pass(TokenMatch::isSame);
        pass(TokenMatch::isCompatible);
    }

    private static boolean isSame(BilledModel.Slot slot, LoggedModel.Slot pool) {
        return slot.tier() == pool.tier() && slot.kind().equals(Optional.of(pool.kind()));
    }

    private static boolean isCompatible(BilledModel.Slot slot, LoggedModel.Slot pool) {
        boolean tier = slot.tier() == pool.tier() || slot.tier() == Tier.UNKNOWN || pool.tier() == Tier.UNKNOWN;
        return tier && slot.kind().map(kind -> kind == pool.kind()).orElse(true);
    }

    private void pass(BiPredicate<BilledModel.Slot, LoggedModel.Slot> fits) {
        billed.quantities().forEach((slot, content) -> {
            for (Map.Entry<LoggedModel.Slot, BigDecimal> pool : left.entrySet()) {
                if (fits.test(slot, pool.getKey())) {
                    BigDecimal open = content.tokens().subtract(matched(slot));
                    BigDecimal taken = open.min(pool.getValue());
                    matched.merge(slot, taken, BigDecimal::add);
                    pool.setValue(pool.getValue().subtract(taken));
                }
            }
        });
    }

    /// Billed tokens of a slot that the logs have too.
    BigDecimal matched(BilledModel.Slot slot) {
        return matched.getOrDefault(slot, BigDecimal.ZERO);
    }

    /// What logged tokens beyond the bill would have been billed; at the logged price where the bill has no
    /// such tokens.
    BigDecimal above(LoggedModel logged) {
        BigDecimal above = BigDecimal.ZERO;
        for (Map.Entry<LoggedModel.Slot, BigDecimal> pool : left.entrySet()) {
            if (pool.getValue().signum() > 0
                    && billed.isQuantified(pool.getKey().tier())) {
                above = above.add(value(pool.getKey(), pool.getValue(), logged));
            }
        }
        return above;
    }

    private BigDecimal value(LoggedModel.Slot pool, BigDecimal tokens, LoggedModel logged) {
        return billed.quantities().entrySet().stream()
                .filter(slot -> isSame(slot.getKey(), pool))
                .map(slot -> Amounts.share(
                        slot.getValue().billed(), tokens, slot.getValue().tokens()))
                .findFirst()
                .orElseGet(() -> logged.amountOf(pool, tokens));
    }
}
