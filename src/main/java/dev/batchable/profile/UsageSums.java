package dev.batchable.profile;

import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Exact sums by rating key and day.
final class UsageSums {
    private final Map<RatingKey, Row> rows = new HashMap<>();

    /// The row of a key, to which calls can be added without looking it up again.
    Row row(RatingKey key) {
        return rows.computeIfAbsent(key, unseen -> new Row());
    }

    void merge(UsageSums other) {
        other.rows.forEach((key, row) -> row(key).merge(row));
    }

    long requests() {
        return rows.values().stream().mapToLong(Row::requests).reduce(0, Math::addExact);
    }

    UsageTable table() {
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> table = new TreeMap<>();
        rows.forEach((key, row) -> {
            SortedMap<LocalDate, Usage> days = table.computeIfAbsent(key, unseen -> new TreeMap<>());
            row.days.forEach((day, sum) -> days.merge(LocalDate.ofEpochDay(day), sum.usage(), Usage::plus));
        });
        return new UsageTable(table);
    }

    /// Sums of one rating key by day. Calls come mostly by day, so the last day is kept at hand.
    static final class Row {
        private final TreeMap<Long, Sum> days = new TreeMap<>();
        private long lastDay = Long.MIN_VALUE;
        private Sum last = new Sum();

        void add(long day, long requests, Tokens tokens, BigDecimal cost) {
            sum(day).add(requests, tokens, cost);
        }

        private void merge(Row other) {
            other.days.forEach((day, sum) -> sum(day).add(sum.requests, sum.tokens(), sum.cost));
        }

        private long requests() {
            return days.values().stream().mapToLong(sum -> sum.requests).reduce(0, Math::addExact);
        }

        private Sum sum(long day) {
            if (day != lastDay) {
                last = days.computeIfAbsent(day, unseen -> new Sum());
                lastDay = day;
            }
            return last;
        }
    }

    /// A mutable [Usage]: the hot path must not allocate a record a call.
    private static final class Sum {
        private long requests;
        private long input;
        private long cacheRead;
        private long cacheWrite5m;
        private long cacheWrite1h;
        private long output;
        private long reasoning;
        private BigDecimal cost = BigDecimal.ZERO;

        private void add(long moreRequests, Tokens tokens, BigDecimal moreCost) {
            requests = Math.addExact(requests, moreRequests);
            input = Math.addExact(input, tokens.input());
            cacheRead = Math.addExact(cacheRead, tokens.cacheRead());
            cacheWrite5m = Math.addExact(cacheWrite5m, tokens.cacheWrite5m());
            cacheWrite1h = Math.addExact(cacheWrite1h, tokens.cacheWrite1h());
            output = Math.addExact(output, tokens.output());
            reasoning = Math.addExact(reasoning, tokens.reasoning());
            cost = cost.add(moreCost);
        }

        private Tokens tokens() {
            return new Tokens(input, cacheRead, cacheWrite5m, cacheWrite1h, output, reasoning);
        }

        private Usage usage() {
            return new Usage(requests, tokens(), cost);
        }
    }
}
