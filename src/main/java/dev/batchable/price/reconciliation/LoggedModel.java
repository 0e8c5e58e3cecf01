package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.RatedLine;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One model on the side of the logs, summed over workloads.
final class LoggedModel {
    private final SortedMap<Supply.Place, Supply> tokens = new TreeMap<>();
    private final SortedMap<Supply.Place, Supply> amounts = new TreeMap<>();
    /// What each kind of token cost on each tier, without a day.
    private final SortedMap<Supply.Place, BigDecimal> itemized = new TreeMap<>();
    private BigDecimal catalog = BigDecimal.ZERO;
    private boolean unpriced;
    private boolean incomplete;

    void addTokens(int workload, LocalDate day, Tier tier, Tokens used) {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.of(used) > 0) {
                add(
                        tokens,
                        new Supply.Place(day, tier, Optional.of(kind)),
                        workload,
                        BigDecimal.valueOf(kind.of(used)));
            }
        }
    }

    void addAmount(int workload, LocalDate day, Tier tier, BigDecimal amount) {
        if (amount.signum() != 0) {
            add(amounts, new Supply.Place(day, tier, Optional.empty()), workload, amount);
        }
    }

    private static void add(
            SortedMap<Supply.Place, Supply> supplies, Supply.Place place, int workload, BigDecimal quantity) {
        supplies.computeIfAbsent(place, Supply::new).add(workload, quantity);
    }

    void addLine(RatedLine line) {
        line.tokenKind()
                .ifPresent(kind -> itemized.merge(
                        timeless(new Supply.Place(LocalDate.EPOCH, line.place().tier(), Optional.of(kind))),
                        line.amount(),
                        BigDecimal::add));
    }

    private static Supply.Place timeless(Supply.Place place) {
        return new Supply.Place(LocalDate.EPOCH, place.tier(), place.kind());
    }

    void addCatalogAmount(BigDecimal amount) {
        catalog = catalog.add(amount);
    }

    void markUnpriced() {
        unpriced = true;
    }

    void markIncomplete() {
        incomplete = true;
    }

    void add(LoggedModel other) {
        other.tokens.forEach(
                (place, supply) -> tokens.computeIfAbsent(place, Supply::new).add(supply));
        other.amounts.forEach(
                (place, supply) -> amounts.computeIfAbsent(place, Supply::new).add(supply));
        other.itemized.forEach((place, amount) -> itemized.merge(place, amount, BigDecimal::add));
        catalog = catalog.add(other.catalog);
        unpriced |= other.unpriced;
        incomplete |= other.incomplete;
    }

    /// By day.
    List<Supply> tokens() {
        return List.copyOf(tokens.values());
    }

    /// By day.
    List<Supply> amounts() {
        return List.copyOf(amounts.values());
    }

    BigDecimal amount() {
        return amounts.values().stream().map(Supply::size).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// What the logs reckon for a part of the tokens of a tier and kind; zero where they have no price.
    BigDecimal amountOf(Supply.Place place, BigDecimal part) {
        BigDecimal all = tokens.values().stream()
                .filter(supply -> timeless(supply.place()).equals(timeless(place)))
                .map(Supply::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = itemized.getOrDefault(timeless(place), BigDecimal.ZERO);
        return all.signum() == 0 ? BigDecimal.ZERO : Amounts.share(amount, part, all);
    }

    /// The same tokens at catalog prices.
    BigDecimal catalogAmount() {
        return catalog;
    }

    boolean isUnpriced() {
        return unpriced;
    }

    /// Whether some of it cannot be laid on the days in question.
    boolean isIncomplete() {
        return incomplete;
    }

    boolean isEmpty() {
        return tokens.isEmpty() && amounts.isEmpty() && !unpriced;
    }

    /// Whether any of it ran on a tier.
    boolean has(Tier tier) {
        return tokens.keySet().stream().anyMatch(place -> place.tier() == tier)
                || amounts.keySet().stream().anyMatch(place -> place.tier() == tier);
    }
}
