package dev.batchable.price;

import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was paid, at the prices of the as-of day: the amount actually paid × (price then ÷ price in force), so
/// that a negotiated discount stays. Where either price is unknown, what was paid.
final class Repricing {
    private final RateCards cards;
    private final LocalDate asOf;

    Repricing(RateCards cards, LocalDate asOf) {
        this.cards = cards;
        this.asOf = asOf;
    }

    LocalDate asOf() {
        return asOf;
    }

    BigDecimal amount(RatedKey key, BigDecimal paid, Tokens tokens) {
        RateCard inForce = key.charge().card();
        RateCard then = cards.charged(key.charge().key(), key.charge().key().tier(), asOf);
        if (!inForce.covers(tokens) || !then.covers(tokens)) {
            return paid;
        }
        BigDecimal before = inForce.amount(tokens);
        BigDecimal after = then.amount(tokens);
        return before.signum() == 0 || before.compareTo(after) == 0 ? paid : Amounts.share(paid, after, before);
    }

    /// Realtime spend of each day; all spend where none is realtime; calls where nothing is charged.
    SortedMap<LocalDate, BigDecimal> daily(ChargedWorkload workload) {
        SortedMap<LocalDate, BigDecimal> realtime = daily(workload, true);
        if (isPositive(realtime)) {
            return realtime;
        }
        SortedMap<LocalDate, BigDecimal> all = daily(workload, false);
        return isPositive(all) ? all : calls(workload);
    }

    private static boolean isPositive(SortedMap<LocalDate, BigDecimal> daily) {
        return daily.values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    private SortedMap<LocalDate, BigDecimal> daily(ChargedWorkload workload, boolean realtimeOnly) {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        for (RatedKey key : workload.keys()) {
            if (!realtimeOnly || key.isRealtime()) {
                key.charge()
                        .days()
                        .forEach((day, usage) ->
                                daily.merge(day, amount(key, key.amount(usage), usage.tokens()), BigDecimal::add));
            }
        }
        return daily;
    }

    private static SortedMap<LocalDate, BigDecimal> calls(ChargedWorkload workload) {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        workload.profile()
                .usage()
                .rows()
                .values()
                .forEach(days -> days.forEach(
                        (day, usage) -> daily.merge(day, BigDecimal.valueOf(usage.requests()), BigDecimal::add)));
        return daily;
    }
}
