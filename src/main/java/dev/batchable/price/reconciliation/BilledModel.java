package dev.batchable.price.reconciliation;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One model on the side of the bill: what can be compared by tokens, and what only by amount.
final class BilledModel {
    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");
    private static final BigDecimal TEN_THOUSANDTH = new BigDecimal("0.0001");

    /// A meter as far as it can be compared; a kind or tier that the bill does not tell fits any.
    record Slot(Optional<TokenKind> kind, Tier tier) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::tier)
                .thenComparing(slot -> slot.kind().map(TokenKind::id).orElse(""));

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /// Sum of a slot.
    ///
    /// @param firstDay what of it was billed on the first day of the window
    /// @param tolerance what rounding can account for
    record Content(
            BigDecimal tokens, BigDecimal billed, Optional<BigDecimal> list, FirstDay firstDay, BigDecimal tolerance) {
        Content plus(Content other) {
            return new Content(
                    tokens.add(other.tokens),
                    billed.add(other.billed),
                    list.flatMap(one -> other.list.map(one::add)),
                    new FirstDay(
                            firstDay.tokens.add(other.firstDay.tokens), firstDay.billed.add(other.firstDay.billed)),
                    tolerance.add(other.tolerance));
        }

        static Content of(BillSum sum, boolean onFirstDay) {
            BigDecimal tolerance = sum.inCents()
                    ? HALF_CENT.multiply(BigDecimal.valueOf(sum.lines()))
                    : sum.billed().abs().multiply(TEN_THOUSANDTH);
            FirstDay firstDay = onFirstDay ? new FirstDay(sum.tokens(), sum.billed()) : FirstDay.NOTHING;
            return new Content(sum.tokens(), sum.billed(), sum.list(), firstDay, tolerance);
        }
    }

    record FirstDay(BigDecimal tokens, BigDecimal billed) {
        static final FirstDay NOTHING = new FirstDay(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private final SortedMap<Slot, Content> quantities = new TreeMap<>();
    private final SortedMap<Tier, Content> amounts = new TreeMap<>();
    private BigDecimal takenBack = BigDecimal.ZERO;

    void add(BillCell cell, BillSum sum, boolean onFirstDay) {
        Content content = Content.of(sum, onFirstDay);
        if (cell.quantified()) {
            quantities.merge(new Slot(cell.meter().tokenKind(), cell.meter().tier()), content, Content::plus);
        } else if (sum.billed().signum() < 0) {
            takenBack = takenBack.add(sum.billed());
        } else {
            amounts.merge(cell.meter().tier(), content, Content::plus);
        }
    }

    SortedMap<Slot, Content> quantities() {
        return quantities;
    }

    SortedMap<Tier, Content> amounts() {
        return amounts;
    }

    BigDecimal billed() {
        return sum(quantities).add(sum(amounts)).add(takenBack);
    }

    /// Sum of the lines below zero.
    BigDecimal takenBack() {
        return takenBack;
    }

    BigDecimal tolerance() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Content content : quantities.values()) {
            sum = sum.add(content.tolerance());
        }
        for (Content content : amounts.values()) {
            sum = sum.add(content.tolerance());
        }
        return sum;
    }

    /// Whether the logs of a tier are compared by tokens already.
    boolean isQuantified(Tier tier) {
        return quantities.keySet().stream()
                .anyMatch(slot -> slot.tier() == tier || slot.tier() == Tier.UNKNOWN || tier == Tier.UNKNOWN);
    }

    private static BigDecimal sum(SortedMap<?, Content> contents) {
        return contents.values().stream().map(Content::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
