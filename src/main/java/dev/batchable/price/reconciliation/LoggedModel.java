package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.RatedLine;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One model on the side of the logs, summed over workloads.
final class LoggedModel {
    /// Tokens that have one price.
    record Slot(TokenKind kind, Tier tier) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::tier).thenComparing(Slot::kind);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    private final SortedMap<Slot, BigDecimal> tokens = new TreeMap<>();
    private final SortedMap<Slot, BigDecimal> itemized = new TreeMap<>();
    private final Map<Tier, BigDecimal> amounts = new EnumMap<>(Tier.class);
    private BigDecimal catalog = BigDecimal.ZERO;
    private boolean unpriced;

    void addTokens(Tier tier, Tokens used) {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(used) > 0) {
                tokens.merge(new Slot(kind, tier), BigDecimal.valueOf(kind.of(used)), BigDecimal::add);
            }
        }
    }

    void addLine(RatedLine line) {
        Tier tier = line.place().tier();
        amounts.merge(tier, line.amount(), BigDecimal::add);
        line.tokenKind().ifPresent(kind -> itemized.merge(new Slot(kind, tier), line.amount(), BigDecimal::add));
    }

    void addCatalogAmount(BigDecimal amount) {
        catalog = catalog.add(amount);
    }

    void markUnpriced() {
        unpriced = true;
    }

    void add(LoggedModel other) {
        other.tokens.forEach((slot, count) -> tokens.merge(slot, count, BigDecimal::add));
        other.itemized.forEach((slot, amount) -> itemized.merge(slot, amount, BigDecimal::add));
        other.amounts.forEach((tier, amount) -> amounts.merge(tier, amount, BigDecimal::add));
        catalog = catalog.add(other.catalog);
        unpriced |= other.unpriced;
    }

    SortedMap<Slot, BigDecimal> tokens() {
        return new TreeMap<>(tokens);
    }

    Map<Tier, BigDecimal> amounts() {
        return new EnumMap<>(amounts);
    }

    BigDecimal amount() {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What the logs reckon for a part of the tokens of a slot; zero where they have no price.
    BigDecimal amountOf(Slot slot, BigDecimal part) {
        BigDecimal all = tokens.getOrDefault(slot, BigDecimal.ZERO);
        BigDecimal amount = itemized.getOrDefault(slot, BigDecimal.ZERO);
        return all.signum() == 0 ? BigDecimal.ZERO : Amounts.share(amount, part, all);
    }

    /// The same tokens at catalog prices.
    BigDecimal catalogAmount() {
        return catalog;
    }

    boolean isUnpriced() {
        return unpriced;
    }

    boolean isEmpty() {
        return tokens.isEmpty() && amounts.isEmpty() && !unpriced;
    }
}
