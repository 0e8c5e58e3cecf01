package dev.batchable.profile;

import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.profile.sketch.Histogram;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import java.util.Optional;

/// Latency and first token of calls that are not known to have gone wrong. A row that stands for many calls (a
/// batch job) tells how long the job took, not a call, and is left out.
final class TimingSketches {
    private final Histogram latency = new Histogram();
    private final Histogram firstToken = new Histogram();

    void add(Request request) {
        Outcome outcome = request.completion().outcome();
        if (outcome.isFailure()
                || outcome == Outcome.CANCELLED
                || request.call().count() != 1) {
            return;
        }
        if (request.timing().latencyMillis().isPresent()) {
            latency.record(request.timing().latencyMillis().getAsLong());
        }
        if (request.timing().firstTokenMillis().isPresent()) {
            firstToken.record(request.timing().firstTokenMillis().getAsLong());
        }
    }

    void merge(TimingSketches other) {
        latency.merge(other.latency);
        firstToken.merge(other.firstToken);
    }

    Timings timings() {
        return new Timings(percentiles(latency), percentiles(firstToken));
    }

    private static Optional<Percentiles> percentiles(Histogram histogram) {
        return histogram.count() == 0
                ? Optional.empty()
                : Optional.of(new Percentiles(
                        histogram.percentile(50),
                        histogram.percentile(95),
                        histogram.percentile(99),
                        histogram.count()));
    }
}
