package dev.batchable.profile;

import dev.batchable.profile.BatchHistory.Jobs;
import dev.batchable.profile.BatchHistory.OfModel;
import dev.batchable.profile.sketch.Histogram;
import dev.batchable.record.BatchJob;
import dev.batchable.record.BatchJob.End;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Collects batch jobs, each once; a commutative monoid under [#merge].
///
/// A job with many requests is one job: its results come together, and a share of requests would say how the
/// largest job fared. Hence single calls of the batch tier tell nothing here, since hundreds of them may be
/// of one job; a row that stands for a whole job and tells start and end does. Of several rows of one job the
/// one with the latest end counts, since a job that runs has not ended yet. Some hundred bytes are kept of
/// each job; a provider takes some thousand jobs an hour at most.
final class BatchJobs {
    private static final int[] PERCENTS = {5, 10, 25, 50, 75, 90, 95, 98, 99, 100};
    private static final Comparator<BatchJob> LATEST = Comparator.comparing(
                    (BatchJob job) -> job.lasted().orElse(Duration.ZERO))
            .thenComparing(BatchJob::end, Comparator.reverseOrder())
            .thenComparing(BatchJob::submitted)
            .thenComparing(job -> job.model().orElse(""));

    private final Map<Long, BatchJob> jobs = new HashMap<>();

    void add(BatchJob job) {
        if (job.end() != End.CANCELLED) {
            jobs.merge(StableHash.of(job.provider() + '\n' + job.id()), job, BatchJobs::later);
        }
    }

    /// Takes the request for a job where it is one.
    void add(Request request) {
        boolean job = request.call().tier() == Tier.BATCH
                && request.present().contains(Field.REQUEST_COUNT)
                && request.timing().latencyMillis().isPresent();
        if (job) {
            request.call().provider().ifPresent(provider -> add(job(provider, request)));
        }
    }

    private static BatchJob job(String provider, Request request) {
        String id = request.identity()
                .requestId()
                .orElseGet(() -> request.timing() + " " + request.call().model() + " "
                        + request.call().count());
        boolean failed = request.completion().outcome().isFailure();
        return new BatchJob(
                provider,
                id,
                request.timing().start(),
                failed ? End.FAILED : End.DONE,
                failed
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(
                                request.timing().latencyMillis().orElse(0))),
                request.call().model());
    }

    private static BatchJob later(BatchJob one, BatchJob other) {
        return LATEST.compare(one, other) >= 0 ? one : other;
    }

    void merge(BatchJobs other) {
        other.jobs.forEach((hash, job) -> jobs.merge(hash, job, BatchJobs::later));
    }

    BatchHistory history(LocalClock clock) {
        return new BatchHistory(
                by(job -> Stream.of(job.provider()), clock),
                by(job -> job.model().map(model -> new OfModel(job.provider(), model)).stream(), clock));
    }

    private <K> SortedMap<K, Jobs> by(Function<BatchJob, Stream<K>> key, LocalClock clock) {
        Map<K, List<BatchJob>> groups = new HashMap<>();
        jobs.values()
                .forEach(job -> key.apply(job)
                        .forEach(group -> groups.computeIfAbsent(group, unseen -> new ArrayList<>())
                                .add(job)));
        SortedMap<K, Jobs> history = new TreeMap<>();
        groups.forEach((group, own) -> history.put(group, jobs(own, clock)));
        return history;
    }

    private static Jobs jobs(List<BatchJob> own, LocalClock clock) {
        Histogram done = new Histogram();
        own.forEach(job -> job.lasted().ifPresent(lasted -> done.record(lasted.toMillis())));
        long days = own.stream()
                .map(job -> LocalClock.day(clock.local(job.submitted().toEpochMilli())))
                .distinct()
                .count();
        return new Jobs(done.count(), count(own, End.EXPIRED), count(own, End.FAILED), days, percentiles(done));
    }

    private static long count(List<BatchJob> own, End end) {
        return own.stream().filter(job -> job.end() == end).count();
    }

    private static SortedMap<Integer, Long> percentiles(Histogram done) {
        SortedMap<Integer, Long> percentiles = new TreeMap<>();
        for (int percent : PERCENTS) {
            if (done.count() > 0) {
                percentiles.put(percent, done.percentile(percent));
            }
        }
        return percentiles;
    }
}
