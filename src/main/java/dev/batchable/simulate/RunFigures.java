package dev.batchable.simulate;

import dev.batchable.simulate.Fate.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one run made of the calls of one workload.
record RunFigures(Counts counts, Ages ages, Backlog backlog, Batches batches) {
    private static final int SHARE_SCALE = 6;

    /// Calls by what became of them until the end of the log.
    ///
    /// @param late of those with a result, the ones that had it after their deadline
    /// @param twice of the cancelled ones, those whose batch was done after all
    record Counts(
            long arrived,
            long completed,
            long cancelled,
            long expired,
            long unsent,
            long pending,
            long late,
            long twice) {
        long fellBack() {
            return cancelled + expired + unsent;
        }

        long settled() {
            return completed + fellBack();
        }

        /// @throws IllegalStateException where calls were lost or made up
        Counts checked() {
            if (arrived != settled() + pending) {
                throw new IllegalStateException("of " + arrived + " calls " + completed + " completed, " + fellBack()
                        + " fell back and " + pending + " are pending");
            }
            return this;
        }

        BigDecimal shareOfSettled(long part) {
            return settled() == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(part)
                            .divide(BigDecimal.valueOf(settled()), SHARE_SCALE, RoundingMode.HALF_EVEN);
        }
    }

    /// Seconds from a call until it left the queue; `resultP99` until its result, that of a re-run too.
    record Ages(long p50, long p95, long max, long resultP99) {}

    /// @param submitted how many went to the provider
    /// @param alerts spells in which the oldest call was older than the alert allows
    record Batches(long submitted, long largestRequests, long largestTokens, long alerts) {}

    /// @param arrivals as [Backlog#arrivals] gives them
    /// @param fates of all calls of the workload
    /// @param alertAge seconds
    static RunFigures of(List<Backlog.Change> arrivals, List<Fate> fates, Span span, long alertAge) {
        return new RunFigures(
                counts(arrivals, fates, span).checked(),
                ages(fates, span),
                Backlog.of(arrivals, Backlog.departures(fates), span),
                batches(fates, span, alertAge));
    }

    private static Counts counts(List<Backlog.Change> arrivals, List<Fate> fates, Span span) {
        Tally tally = new Tally(span);
        fates.forEach(tally::add);
        return tally.counts(
                arrivals.stream().mapToLong(Backlog.Change::requests).sum());
    }

    /// Adds calls up by what became of them.
    private static final class Tally {
        private final Span span;
        private final Map<Outcome, Long> ended = new EnumMap<>(Outcome.class);
        private long pending;
        private long late;
        private long twice;

        Tally(Span span) {
            this.span = span;
        }

        void add(Fate fate) {
            Parcels calls = fate.batch().calls();
            for (int i = 0; i < calls.size(); i++) {
                if (fate.endedAt(i) >= span.end()) {
                    pending += calls.requests(i);
                } else {
                    ended.merge(fate.outcome(i), calls.requests(i), Long::sum);
                    late += isLate(fate, i) ? calls.requests(i) : 0;
                    twice += fate.paidTwice(i) ? calls.requests(i) : 0;
                }
            }
        }

        private long ended(Outcome outcome) {
            return ended.getOrDefault(outcome, 0L);
        }

        Counts counts(long arrived) {
            return new Counts(
                    arrived,
                    ended(Outcome.COMPLETED),
                    ended(Outcome.CANCELLED),
                    ended(Outcome.EXPIRED),
                    ended(Outcome.UNSENT),
                    pending,
                    late,
                    twice);
        }
    }

    private static boolean isLate(Fate fate, int parcel) {
        long age = fate.resultsAt(parcel) - fate.batch().calls().second(parcel);
        return age > fate.batch().lane().deadline().budget();
    }

    private static Ages ages(List<Fate> fates, Span span) {
        AgeCounts queue = new AgeCounts();
        AgeCounts results = new AgeCounts();
        for (Fate fate : fates) {
            Parcels calls = fate.batch().calls();
            for (int i = 0; i < calls.size(); i++) {
                if (fate.endedAt(i) < span.end()) {
                    queue.add(fate.endedAt(i) - calls.second(i), calls.requests(i));
                    results.add(fate.resultsAt(i) - calls.second(i), calls.requests(i));
                }
            }
        }
        return new Ages(
                queue.quantile(0.5),
                queue.quantile(0.95),
                queue.quantile(1),
                results.quantile(SimulationRules.OBJECTIVE.value()));
    }

    private static Batches batches(List<Fate> fates, Span span, long alertAge) {
        List<Batch> sent = fates.stream()
                .filter(fate ->
                        fate.submittedAt().isPresent() && fate.submittedAt().getAsLong() < span.end())
                .map(Fate::batch)
                .toList();
        return new Batches(
                sent.size(),
                sent.stream().mapToLong(Batch::requests).max().orElse(0),
                sent.stream().mapToLong(batch -> batch.calls().tokens()).max().orElse(0),
                alerts(fates, span, alertAge));
    }

    /// Spells in which a call is too old are one alert while less than the quiet time lies between them.
    private static long alerts(List<Fate> fates, Span span, long age) {
        long quiet = Math.round(SimulationRules.QUIET.value() * 60);
        long alerts = 0;
        long until = Long.MIN_VALUE;
        for (Span spell : tooOld(fates, span, age)) {
            alerts += spell.start() > until ? 1 : 0;
            until = Math.max(until, spell.end() + quiet);
        }
        return alerts;
    }

    /// For each parcel the time in which it is too old, in order.
    private static List<Span> tooOld(List<Fate> fates, Span span, long age) {
        List<Span> spells = new ArrayList<>();
        for (Fate fate : fates) {
            Parcels calls = fate.batch().calls();
            for (int i = 0; i < calls.size(); i++) {
                long from = calls.second(i) + age;
                if (fate.endedAt(i) > from && from < span.end()) {
                    spells.add(new Span(from, fate.endedAt(i)));
                }
            }
        }
        spells.sort(Comparator.comparingLong(Span::start));
        return spells;
    }
}
