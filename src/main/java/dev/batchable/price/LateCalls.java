package dev.batchable.price;

import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Quote;
import dev.batchable.profile.Usage;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds what was spent after the prices were last seen: by then the provider may have changed them, and no row
/// could tell.
final class LateCalls {
    private final PriceBook book;

    LateCalls(PriceBook book) {
        this.book = book;
    }

    private record Seen(String provider, LocalDate day) implements Comparable<Seen> {
        @Override
        public int compareTo(Seen other) {
            return Comparator.comparing(Seen::provider).thenComparing(Seen::day).compare(this, other);
        }
    }

    List<StalePrices> of(List<ChargedWorkload> workloads) {
        SortedMap<Seen, StalePrices> stale = new TreeMap<>();
        workloads.stream()
                .flatMap(workload -> workload.keys().stream())
                .forEach(key -> seen(key)
                        .ifPresent(seen ->
                                late(key, seen).ifPresent(spend -> stale.merge(seen, spend, StalePrices::plus))));
        return List.copyOf(stale.values());
    }

    /// When the least recently seen of the key's prices was seen.
    private Optional<Seen> seen(RatedKey key) {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> kind.of(key.usage().tokens()) > 0)
                .flatMap(kind -> key.charge().card().rate(kind).map(Quote.Priced::row).stream())
                .flatMap(row -> seen(row).stream())
                .min(Comparator.comparing(Seen::day));
    }

    private Optional<Seen> seen(PriceRow row) {
        return book.lastSeen(row).map(day -> new Seen(row.subject().provider(), day));
    }

    private static Optional<StalePrices> late(RatedKey key, Seen seen) {
        SortedMap<LocalDate, Usage> days =
                key.charge().days().tailMap(seen.day().plusDays(1));
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new StalePrices(
                        seen.provider(),
                        seen.day(),
                        days.lastKey(),
                        days.values().stream().map(key::amount).reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
}
