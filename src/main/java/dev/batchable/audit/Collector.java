package dev.batchable.audit;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.ReadingResult;
import dev.batchable.join.Copies;
import dev.batchable.join.Groups;
import dev.batchable.join.Joined;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Takes batches from reading: drops what lies outside the wanted days and further copies of a call in
/// canonical order, then adds the rest to one profile and one bill per thread. What tells of a call only together
/// with others is joined at the end.
final class Collector implements BatchSink, Closeable {
    private final Copies copies;
    private final Groups groups = new Groups();
    private final ProfileSettings settings;
    private final WantedDays wanted;
    private final ConcurrentLinkedQueue<Shard> shards = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Shard> shard;
    private final Map<String, Dropped> dropped = new TreeMap<>();
    private final Map<String, SortedMap<String, BigDecimal>> billed = new TreeMap<>();

    /// @param copies of this reading and the one before it, where the inputs are read once more
    Collector(ProfileSettings settings, WantedDays wanted, Copies copies) {
        this.copies = copies;
        this.settings = settings;
        this.wanted = wanted;
        this.shard = ThreadLocal.withInitial(() -> {
            Shard mine = new Shard(new ProfileBuilder(settings), new BillBuilder(settings.zone()));
            shards.add(mine);
            return mine;
        });
    }

    /// What one thread collected.
    record Shard(ProfileBuilder profile, BillBuilder bill) {}

    @Override
    public void inOrder(Batch batch) {
        long outside = dropOutside(batch);
        long servedOutside = dropOutside(batch.cacheServed());
        long duplicates = dropCopies(batch.requests());
        long servedDuplicates = dropCopies(batch.cacheServed());
        drop(
                batch.path(),
                new Dropped(outside + servedOutside, duplicates + servedDuplicates, servedOutside + servedDuplicates));
        hold(batch);
        for (BillingLine charge : batch.charges()) {
            billed.computeIfAbsent(batch.path(), path -> new TreeMap<>())
                    .merge(charge.billed().currency(), charge.billed().amount(), BigDecimal::add);
        }
    }

    private void drop(String path, Dropped units) {
        dropped.merge(path, units, Dropped::plus);
    }

    private void hold(Batch batch) {
        try {
            for (Part part : batch.parts()) {
                groups.add(part, batch.provides());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Puts together what tells of calls only together; to be called when all is read.
    void join() throws IOException {
        ProfileBuilder profile = shard.get().profile;
        groups.forEach(joined -> {
            joined.rest().forEach(rest -> drop(rest.path(), Dropped.part(rest.fate())));
            for (Joined.Call call : joined.calls()) {
                List<Request> kept = new ArrayList<>(List.of(call.request()));
                drop(call.path(), new Dropped(dropOutside(kept), dropCopies(kept), 0));
                kept.forEach(request -> profile.add(request, call.provides()));
            }
        });
    }

    private long dropOutside(Batch batch) {
        long before = batch.buckets().size();
        batch.buckets().removeIf(bucket -> !wanted.contains(bucket.start()));
        return before - batch.buckets().size() + dropOutside(batch.requests());
    }

    private long dropOutside(List<Request> requests) {
        if (wanted.all()) {
            return 0;
        }
        long before = requests.size();
        requests.removeIf(request -> !wanted.contains(request.timing().start()));
        return before - requests.size();
    }

    private long dropCopies(List<Request> requests) {
        try {
            List<Request> first = copies.retain(requests);
            int lost = requests.size() - first.size();
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

    /// What was read, beside the profile.
    ///
    /// @param outranked copies that were better than the one counted
    Intake intake(ReadingResult read, long outranked) {
        BillBuilder bill = new BillBuilder(settings.zone());
        shards.forEach(each -> bill.merge(each.bill));
        return new Intake(read, dropped, outranked, billed, bill.build());
    }

    /// Everything collected, merged; the order of merging does not matter.
    ProfileBuilder profile() throws IOException {
        List<ProfileBuilder> profiles = new ArrayList<>();
        profiles.add(new ProfileBuilder(settings));
        shards.forEach(each -> profiles.add(each.profile));
        return ProfileBuilder.mergeAll(profiles);
    }

    @Override
    public void close() throws IOException {
        groups.close();
        for (Shard each : shards) {
            each.profile.close();
        }
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
