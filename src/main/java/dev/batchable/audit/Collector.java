package dev.batchable.audit;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.ReadingResult;
import dev.batchable.join.ChargeCopies;
import dev.batchable.join.Copies;
import dev.batchable.join.Groups;
import dev.batchable.join.Joined;
import dev.batchable.join.LoggedDays;
import dev.batchable.join.LoggedDays.ModelName;
import dev.batchable.join.UsageOverlap;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.BillOverlap;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// Takes batches from reading: drops what lies outside the wanted days and further copies of a call in
/// canonical order, then adds the rest to one profile and one bill per thread. What tells of a call only together
/// with others is joined at the end.
final class Collector implements BatchSink, Closeable {
    private final Copies copies;
    private final Groups groups = new Groups();
    private final ChargeCopies chargeCopies = new ChargeCopies();
    private final UsageOverlap usage = new UsageOverlap();
    private final Function<ModelCall, ModelName> naming;
    private final ProfileSettings settings;
    private final WantedDays wanted;
    private final ConcurrentLinkedQueue<Shard> shards = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Shard> shard;
    private final Map<String, Dropped> dropped = new TreeMap<>();
    private final Map<String, SortedMap<String, BigDecimal>> billed = new TreeMap<>();

    /// @param copies of this reading and the one before it, where the inputs are read once more
    /// @param naming gives a model the one name that all sources of it share
    Collector(ProfileSettings settings, WantedDays wanted, Copies copies, Function<ModelCall, ModelName> naming) {
        this.copies = copies;
        this.naming = naming;
        this.settings = settings;
        this.wanted = wanted;
        this.shard = ThreadLocal.withInitial(() -> {
            Shard mine = new Shard(new ProfileBuilder(settings), new LoggedDays(naming), new TreeMap<>());
            shards.add(mine);
            return mine;
        });
    }

    /// What one thread collected.
    ///
    /// @param logged what the request logs cover
    /// @param bills path → its charges
    record Shard(ProfileBuilder profile, LoggedDays logged, SortedMap<String, BillBuilder> bills) {
        void add(Request request, Set<Field> provides) {
            profile.add(request, provides);
            logged.add(request);
        }
    }

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
        dropChargeCopies(batch);
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
        batch.buckets().forEach(bucket -> usage.add(new UsageOverlap.Held(batch.path(), bucket, batch.provides())));
        batch.buckets().clear();
    }

    private void dropChargeCopies(Batch batch) {
        List<BillingLine> once = new ArrayList<>();
        try {
            for (int i = 0; i < batch.charges().size(); i++) {
                BillingLine charge = batch.charges().get(i);
                if (!chargeCopies.isCopy(batch.input(), charge, batch.wordings().get(i))) {
                    once.add(charge);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        drop(batch.path(), new Dropped(0, batch.charges().size() - once.size(), 0));
        batch.charges().clear();
        batch.charges().addAll(once);
    }

    /// Puts together what tells of calls only together; to be called when all is read.
    void join() throws IOException {
        Shard mine = shard.get();
        groups.forEach(joined -> {
            joined.rest().forEach(rest -> drop(rest.path(), Dropped.part(rest.fate())));
            for (Joined.Call call : joined.calls()) {
                List<Request> kept = new ArrayList<>(List.of(call.request()));
                drop(call.path(), new Dropped(dropOutside(kept), dropCopies(kept), 0));
                kept.forEach(request -> mine.add(request, call.provides()));
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
        batch.requests().forEach(request -> mine.add(request, batch.provides()));
        batch.charges()
                .forEach(charge -> mine.bills
                        .computeIfAbsent(batch.path(), path -> new BillBuilder(settings.zone()))
                        .add(charge));
    }

    /// Counts usage buckets and charges where nothing finer tells the same, and tells what was read.
    ///
    /// @param outranked copies that were better than the one counted
    Intake intake(ReadingResult read, long outranked) {
        UsageOverlap.Resolved buckets = usage.resolve(logged());
        buckets.kept().forEach(held -> shard.get().profile.add(held.bucket(), held.provides()));
        buckets.overlaps().forEach(overlap -> drop(overlap.path(), new Dropped(0, overlap.buckets(), 0)));
        BillOverlap.Resolved bill = BillOverlap.resolve(bills(read));
        bill.lines().forEach((path, lines) -> drop(path, new Dropped(0, lines, 0)));
        return new Intake(
                read, dropped, outranked, billed, bill.bill(), new Overlaps(buckets.overlaps(), bill.controls()));
    }

    private LoggedDays logged() {
        LoggedDays all = new LoggedDays(naming);
        shards.forEach(each -> all.merge(each.logged));
        return all;
    }

    private List<BillOverlap.Bill> bills(ReadingResult read) {
        Map<String, String> formats = new TreeMap<>();
        read.inputs()
                .forEach(input -> formats.put(input.file().path(), input.file().format()));
        SortedMap<String, BillBuilder> byPath = new TreeMap<>();
        shards.forEach(each -> each.bills.forEach(
                (path, bill) -> byPath.computeIfAbsent(path, unseen -> new BillBuilder(settings.zone()))
                        .merge(bill)));
        return byPath.entrySet().stream()
                .map(bill -> new BillOverlap.Bill(
                        bill.getKey(),
                        formats.getOrDefault(bill.getKey(), ""),
                        bill.getValue().build()))
                .toList();
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
        chargeCopies.close();
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
