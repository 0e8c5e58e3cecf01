package dev.batchable.price.reconciliation;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the logs hold of one day, tier and kind, and whose it is: tokens, or money where the bill counts none. It is
/// used up as it explains the bill.
final class Supply {
    /// @param kind empty for money
    record Place(LocalDate day, Tier tier, Optional<TokenKind> kind) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::day)
                .thenComparing(Place::tier)
                .thenComparing(place -> place.kind().map(TokenKind::id).orElse(""));

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Place place;
    private final SortedMap<Integer, BigDecimal> byWorkload = new TreeMap<>();
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal used = BigDecimal.ZERO;
    private BigDecimal usedLater = BigDecimal.ZERO;

    Supply(Place place) {
        this.place = place;
    }

    void add(int workload, BigDecimal quantity) {
        byWorkload.merge(workload, quantity, BigDecimal::add);
        size = size.add(quantity);
    }

    void add(Supply other) {
        other.byWorkload.forEach(this::add);
    }

    Place place() {
        return place;
    }

    BigDecimal size() {
        return size;
    }

    BigDecimal left() {
        return size.subtract(used);
    }

    SortedMap<Integer, BigDecimal> byWorkload() {
        return byWorkload;
    }

    void use(BigDecimal quantity) {
        used = used.add(quantity);
    }

    /// Uses what was billed on a later day.
    void useLater(BigDecimal quantity) {
        use(quantity);
        usedLater = usedLater.add(quantity);
    }

    boolean wasBilledLater() {
        return usedLater.signum() > 0;
    }
}
