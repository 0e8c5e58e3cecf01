package dev.batchable.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What waits for a result or for its fallback, from arrival on, with the provider or not.
///
/// @param meanRequests over the whole time replayed
record Backlog(long mostRequests, BigDecimal meanRequests, long mostTokens, BigDecimal meanTokens) {
    private static final int SCALE = 3;

    /// A step of the backlog.
    record Change(long second, long requests, long tokens) {}

    /// All arrivals in order of time, once for all runs.
    static List<Change> arrivals(List<Lane> lanes) {
        List<Change> changes = new ArrayList<>();
        for (Lane lane : lanes) {
            Parcels calls = lane.arrivals();
            for (int i = 0; i < calls.size(); i++) {
                changes.add(new Change(calls.second(i), calls.requests(i), calls.tokens(i)));
            }
        }
        return inOrder(changes);
    }

    static List<Change> departures(List<Fate> fates) {
        List<Change> changes = new ArrayList<>();
        for (Fate fate : fates) {
            Parcels calls = fate.batch().calls();
            for (int i = 0; i < calls.size(); i++) {
                changes.add(new Change(fate.endedAt(i), -calls.requests(i), -calls.tokens(i)));
            }
        }
        return inOrder(changes);
    }

    private static List<Change> inOrder(List<Change> changes) {
        return changes.stream().sorted(Comparator.comparingLong(Change::second)).toList();
    }

    /// Of two lists in order of time, swept together; arrivals before departures of the same second.
    static Backlog of(List<Change> arrivals, List<Change> departures, Span span) {
        Sweep sweep = new Sweep(span);
        int left = 0;
        for (Change arrival : arrivals) {
            while (left < departures.size() && departures.get(left).second() < arrival.second()) {
                sweep.step(departures.get(left++));
            }
            sweep.step(arrival);
        }
        departures.subList(left, departures.size()).forEach(sweep::step);
        return sweep.backlog();
    }

    /// Adds up the area below the steps.
    private static final class Sweep {
        private final Span span;
        private long requests;
        private long tokens;
        private long mostRequests;
        private long mostTokens;
        private long last;
        private double requestSeconds;
        private double tokenSeconds;

        Sweep(Span span) {
            this.span = span;
            last = span.start();
        }

        void step(Change change) {
            passTo(Math.min(span.end(), change.second()));
            if (change.second() < span.end()) {
                requests += change.requests();
                tokens += change.tokens();
                mostRequests = Math.max(mostRequests, requests);
                mostTokens = Math.max(mostTokens, tokens);
            }
        }

        private void passTo(long second) {
            requestSeconds += (double) requests * (second - last);
            tokenSeconds += (double) tokens * (second - last);
            last = second;
        }

        Backlog backlog() {
            passTo(span.end());
            return new Backlog(mostRequests, mean(requestSeconds), mostTokens, mean(tokenSeconds));
        }

        private BigDecimal mean(double seconds) {
            return BigDecimal.valueOf(seconds / span.seconds()).setScale(SCALE, RoundingMode.HALF_EVEN);
        }
    }
}
