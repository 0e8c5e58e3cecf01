package dev.batchable.profile;

import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> billers = new TreeMap<>();
        rows.forEach((key, row) -> {
            table.put(key, row.days.usage());
            row.billersDays.filter(days -> !row.split).ifPresent(days -> billers.put(key, days.usage()));
        });
        return new UsageTable(table, billers);
    }

    /// Sums of one rating key.
    static final class Row {
        private final Days days = new Days();
        private Optional<Days> billersDays = Optional.empty();
        /// Whether anything lies in two days of the biller.
        private boolean split;

        void add(long day, long requests, Tokens tokens, BigDecimal cost) {
            days.at(day).add(requests, tokens, cost);
        }

        /// The same once more, where the biller's days are others.
        void addBilled(long billersDay, long requests, Tokens tokens, BigDecimal cost) {
            billersDays().at(billersDay).add(requests, tokens, cost);
        }

        void markSplit() {
            split = true;
        }

        private void merge(Row other) {
            days.merge(other.days);
            other.billersDays.ifPresent(more -> billersDays().merge(more));
            split |= other.split;
        }

        private Days billersDays() {
            if (billersDays.isEmpty()) {
                billersDays = Optional.of(new Days());
            }
            return billersDays.get();
        }

        private long requests() {
            return days.requests();
        }
    }

    /// Sums by day. Calls come mostly by day, so the last day is kept at hand.
    private static final class Days {
        private final TreeMap<Long, Sum> sums = new TreeMap<>();
        private long lastDay = Long.MIN_VALUE;
        private Sum last = new Sum();

        private Sum at(long day) {
            if (day != lastDay) {
                last = sums.computeIfAbsent(day, unseen -> new Sum());
                lastDay = day;
            }
            return last;
        }

        private void merge(Days other) {
            other.sums.forEach((day, sum) -> at(day).add(sum.requests, sum.tokens(), sum.cost));
        }

        private long requests() {
            return sums.values().stream().mapToLong(sum -> sum.requests).reduce(0, Math::addExact);
        }

        private SortedMap<LocalDate, Usage> usage() {
            SortedMap<LocalDate, Usage> usage = new TreeMap<>();
            sums.forEach((day, sum) -> usage.put(LocalDate.ofEpochDay(day), sum.usage()));
            return usage;
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
