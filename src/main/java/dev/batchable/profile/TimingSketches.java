package dev.batchable.profile;

import dev.batchable.profile.Timings.Percentiles;
import dev.batchable.profile.sketch.Histogram;
import dev.batchable.record.Request;
import java.util.Optional;
import java.util.OptionalLong;

/// Latency and first token of calls that are not known to have gone wrong, and how long the others lasted. A row
/// that stands for many calls (a batch job) tells how long the job took, not a call, and is left out.
final class TimingSketches {
    private final Histogram latency = new Histogram();
    private final Histogram firstToken = new Histogram();
    private final Histogram cancelled = new Histogram();
    private final Histogram timedOut = new Histogram();
    private final Histogram retried = new Histogram();

    void add(Request request) {
        if (request.call().count() != 1) {
            return;
        }
        OptionalLong lasted = request.timing().latencyMillis();
        switch (request.completion().outcome()) {
            case OK, UNKNOWN -> addAnswered(request, lasted);
            case CANCELLED -> lasted.ifPresent(cancelled::record);
            case TIMEOUT -> lasted.ifPresent(timedOut::record);
            case FAILED, RATE_LIMITED -> {}
        }
    }

    private void addAnswered(Request request, OptionalLong lasted) {
        lasted.ifPresent(latency::record);
        request.timing().firstTokenMillis().ifPresent(firstToken::record);
        if (request.completion().retries().orElse(0) > 0) {
            lasted.ifPresent(retried::record);
        }
    }

    void merge(TimingSketches other) {
        latency.merge(other.latency);
        firstToken.merge(other.firstToken);
        cancelled.merge(other.cancelled);
        timedOut.merge(other.timedOut);
        retried.merge(other.retried);
    }

    Timings timings() {
        return new Timings(
                percentiles(latency),
                percentiles(firstToken),
                percentiles(cancelled),
                percentiles(timedOut),
                percentiles(retried));
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
