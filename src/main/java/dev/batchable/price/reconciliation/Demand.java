package dev.batchable.price.reconciliation;

import dev.batchable.price.Amounts;
import dev.batchable.price.bill.BillSum;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One entry of the bill that wants explaining: what was billed of one tier and kind on one day.
final class Demand {
    /// @param kind empty where the bill does not tell it, which fits any
    /// @param tier UNKNOWN where the bill does not tell it, which fits any
    /// @param quantified whether tokens are compared; amounts otherwise
    record Place(BillDay day, Tier tier, Optional<TokenKind> kind, boolean quantified) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::day)
                .thenComparing(Place::tier)
                .thenComparing(place -> place.kind().map(TokenKind::id).orElse(""))
                .thenComparing(Place::quantified);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Place place;
    private final BillSum sum;
    private final SortedMap<Integer, BigDecimal> byWorkload = new TreeMap<>();
    private BigDecimal matched = BigDecimal.ZERO;
    private BigDecimal matchedEarlier = BigDecimal.ZERO;

    Demand(Place place, BillSum sum) {
        this.place = place;
        this.sum = sum;
    }

    Place place() {
        return place;
    }

    BillSum sum() {
        return sum;
    }

    /// Tokens, or money where the bill counts none.
    BigDecimal size() {
        return place.quantified() ? sum.tokens() : sum.billed();
    }

    BigDecimal open() {
        return size().subtract(matched);
    }

    /// Explains a part of the entry by what was logged on its day.
    void take(Supply supply, BigDecimal quantity) {
        supply.byWorkload()
                .forEach((workload, part) ->
                        byWorkload.merge(workload, Amounts.share(quantity, part, supply.size()), BigDecimal::add));
        matched = matched.add(quantity);
        supply.use(quantity);
    }

    /// Explains a part of the entry by what was logged before its day.
    void takeEarlier(Supply supply, BigDecimal quantity) {
        take(supply, quantity);
        supply.use(quantity.negate());
        supply.useLater(quantity);
        matchedEarlier = matchedEarlier.add(quantity);
    }

    BigDecimal matchedEarlier() {
        return matchedEarlier;
    }

    /// What the matched part was billed at; all of it where all is matched.
    BigDecimal explained() {
        return open().signum() == 0 ? sum.billed() : Amounts.share(sum.billed(), matched, size());
    }

    /// What of [#explained()] each workload used.
    SortedMap<Integer, BigDecimal> explainedByWorkload() {
        SortedMap<Integer, BigDecimal> amounts = new TreeMap<>();
        byWorkload.forEach(
                (workload, quantity) -> amounts.put(workload, Amounts.share(sum.billed(), quantity, size())));
        return amounts;
    }
}
