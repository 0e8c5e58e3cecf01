package dev.batchable.audit;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.join.Copies;
import dev.batchable.price.BillBuilder;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.Request;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes batches from reading: drops what lies outside the wanted days and further copies of a call in canonical order,
/// then adds the rest to one profile and one bill per thread.
final class Collector implements BatchSink, Closeable {
    private final Copies copies = new Copies();
    private final WantedDays wanted;
    private final ConcurrentLinkedQueue<Shard> shards = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Shard> shard;
    private final Map<Integer, Dropped> dropped = new TreeMap<>();

    Collector(ProfileSettings settings, WantedDays wanted) {
        this.wanted = wanted;
        this.shard = ThreadLocal.withInitial(() -> {
            Shard mine = new Shard(new ProfileBuilder(settings), new BillBuilder(settings.zone()));
            shards.add(mine);
            return mine;
        });
    }

    /// What one thread collected.
    record Shard(ProfileBuilder profile, BillBuilder bill) {}

    /// Units of one input that were read and are in no profile.
    record Dropped(long outside, long duplicates) {
        static final Dropped NOTHING = new Dropped(0, 0);

        Dropped plus(long moreOutside, long moreDuplicates) {
            return new Dropped(outside + moreOutside, duplicates + moreDuplicates);
        }
    }

    @Override
    public void inOrder(Batch batch) {
        long outside = dropOutside(batch);
        long duplicates = dropCopies(batch.requests());
        Dropped before = dropped.getOrDefault(batch.input(), Dropped.NOTHING);
        dropped.put(batch.input(), before.plus(outside, duplicates));
    }

    private long dropOutside(Batch batch) {
        if (wanted.all()) {
            return 0;
        }
        int before = batch.requests().size() + batch.buckets().size();
        batch.requests().removeIf(request -> !wanted.contains(request.timing().start()));
        batch.buckets().removeIf(bucket -> !wanted.contains(bucket.start()));
        return before - batch.requests().size() - batch.buckets().size();
    }

    private long dropCopies(List<Request> requests) {
        try {
            List<Request> first = copies.retainFirst(requests);
            long lost = requests.size() - first.size();
            if (lost > 0) {
                requests.clear();
                requests.addAll(first);
            }
            return lost;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void parallel(Batch batch) {
        Shard mine = shard.get();
        batch.requests().forEach(request -> mine.profile.add(request, batch.provides()));
        batch.buckets().forEach(bucket -> mine.profile.add(bucket, batch.provides()));
        batch.charges().forEach(mine.bill::add);
    }

    /// What was dropped from each input, by its index.
    Map<Integer, Dropped> dropped() {
        return dropped;
    }

    /// Everything collected, merged; the order of merging does not matter.
    Shard merged(Shard empty) {
        List<ProfileBuilder> profiles = new ArrayList<>();
        profiles.add(empty.profile);
        for (Shard each : shards) {
            profiles.add(each.profile);
            empty.bill.merge(each.bill);
        }
        return new Shard(ProfileBuilder.mergeAll(profiles), empty.bill);
    }

    @Override
    public void close() throws IOException {
        copies.close();
    }

    /// The days asked for, half-open.
    record WantedDays(Instant from, Instant to) {
        boolean all() {
            return from.equals(Instant.MIN) && to.equals(Instant.MAX);
        }

        boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }
}
