package dev.batchable.audit;

import dev.batchable.input.Batch;
import dev.batchable.input.BatchSink;
import dev.batchable.input.ReadingResult;
import dev.batchable.join.ChargeCopies;
import dev.batchable.join.Copies;
import dev.batchable.join.Groups;
import dev.batchable.join.Joined;
import dev.batchable.join.LogOverlap;
import dev.batchable.join.LoggedDays;
import dev.batchable.join.UsageOverlap;
import dev.batchable.price.bill.BillBuilder;
import dev.batchable.price.bill.BillOverlap;
import dev.batchable.price.bill.DiscountLines;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.record.BillingLine;
import dev.batchable.record.Field;
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

/// Takes batches from reading: drops what lies outside the wanted days and further copies of a call in
/// canonical order, then adds the rest to one profile and one bill per thread. What tells of a call only together
/// with others is joined at the end.
final class Collector implements BatchSink, Closeable {
    private final Copies copies;
    private final Groups groups = new Groups();
    private final ChargeCopies chargeCopies = new ChargeCopies();
    private final UsageOverlap usage = new UsageOverlap();
    private final LoggedDays.Naming naming;
    private final ProfileSettings settings;
    private final WantedDays wanted;
    private final ConcurrentLinkedQueue<Shard> shards = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Shard> shard;
    private final LogOverlap elsewhere;
    private final Map<String, String> formats = new TreeMap<>();
    private final LoggedDays logged;
    private final Map<String, Dropped> dropped = new TreeMap<>();
    private final Map<String, SortedMap<String, BigDecimal>> billed = new TreeMap<>();

    /// @param known what the reading before this one found out, where the inputs are read once more
    /// @param naming gives a model the one name that all sources of it share
    Collector(ProfileSettings settings, WantedDays wanted, Known known, LoggedDays.Naming naming) {
        this.copies = known.copies;
        this.elsewhere = known.elsewhere;
        this.naming = naming;
        this.logged = new LoggedDays(naming);
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
        void add(String format, List<Request> requests, Set<Field> provides) {
            requests.forEach(request -> profile.add(request, provides));
            logged.add(format, requests);
        }
    }

    /// What must be known of all inputs before any of their calls can be counted rightly.
    ///
    /// @param elsewhere calls that are counted from another log
    record Known(Copies copies, LogOverlap elsewhere) {}

    @Override
    public void inOrder(Batch batch) {
        try {
            take(batch);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void take(Batch batch) throws IOException {
        formats.put(batch.path(), batch.format());
        long outside = dropOutside(batch);
        long servedOutside = dropOutside(batch.cacheServed());
        long duplicates = dropCopies(batch.format(), batch.requests());
        long servedDuplicates = dropCopies(batch.format(), batch.cacheServed());
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
        if (units.records() > 0 || units.served() > 0) {
            dropped.merge(path, units, Dropped::plus);
        }
    }

    private void hold(Batch batch) throws IOException {
        for (Part part : batch.parts()) {
            groups.add(part, batch.provides());
        }
        batch.buckets().forEach(bucket -> usage.add(new UsageOverlap.Held(batch.path(), bucket, batch.provides())));
        batch.buckets().clear();
    }

    private void dropChargeCopies(Batch batch) throws IOException {
        List<BillingLine> once = new ArrayList<>();
        for (int i = 0; i < batch.charges().size(); i++) {
            BillingLine charge = batch.charges().get(i);
            if (!chargeCopies.isCopy(batch.input(), charge, batch.wordings().get(i))) {
                once.add(charge);
            }
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
                String format = format(call.path());
                List<Request> kept = new ArrayList<>(List.of(call.request()));
                drop(call.path(), new Dropped(dropOutside(kept), dropCopies(format, kept), 0));
                mine.add(format, kept, call.provides());
            }
        });
        shards.forEach(each -> logged.merge(each.logged));
    }

    private String format(String path) {
        return formats.getOrDefault(path, "");
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

    private long dropCopies(String format, List<Request> requests) throws IOException {
        long before = requests.size();
        if (!elsewhere.isEmpty()) {
            requests.removeIf(request -> elsewhere.isToldElsewhere(format, request, naming));
        }
        List<Request> first = copies.retain(requests);
        if (first.size() < requests.size()) {
            requests.clear();
            requests.addAll(first);
        }
        return before - requests.size();
    }

    @Override
    public void parallel(Batch batch) {
        Shard mine = shard.get();
        mine.add(batch.format(), batch.requests(), batch.provides());
        batch.jobs().stream().filter(job -> wanted.contains(job.submitted())).forEach(mine.profile::add);
        batch.charges()
                .forEach(charge -> mine.bills
                        .computeIfAbsent(batch.path(), path -> new BillBuilder(settings.zone()))
                        .add(charge));
    }

    /// Calls that two logs tell; to be asked when all is read.
    LogOverlap overlap() {
        return LogOverlap.of(logged);
    }

    /// Counts usage buckets and charges where nothing finer tells the same, and tells what was read.
    ///
    /// @param unsettled what a second reading would settle, where the inputs cannot be read again
    Intake intake(ReadingResult read, Unsettled unsettled) {
        UsageOverlap.Resolved buckets = usage.resolve(logged);
        buckets.kept().forEach(held -> shard.get().profile.add(held.bucket(), held.provides()));
        buckets.overlaps().forEach(overlap -> drop(overlap.path(), new Dropped(0, overlap.buckets(), 0)));
        BillOverlap.Resolved bill = BillOverlap.resolve(bills());
        bill.lines().forEach((path, lines) -> drop(path, new Dropped(0, lines, 0)));
        return new Intake(
                read,
                dropped,
                unsettled.outranked(),
                billed,
                DiscountLines.applied(bill.bill()),
                new Overlaps(
                        elsewhere.found(), unsettled.twice(), buckets.overlaps(), bill.controls(), bill.amortised()));
    }

    private List<BillOverlap.Bill> bills() {
        SortedMap<String, BillBuilder> byPath = new TreeMap<>();
        shards.forEach(each -> each.bills.forEach(
                (path, bill) -> byPath.computeIfAbsent(path, unseen -> new BillBuilder(settings.zone()))
                        .merge(bill)));
        return byPath.entrySet().stream()
                .map(bill -> new BillOverlap.Bill(
                        bill.getKey(), format(bill.getKey()), bill.getValue().build()))
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

    /// What a second reading would settle.
    ///
    /// @param outranked copies that were better than the one counted
    /// @param twice calls that are counted from two logs
    record Unsettled(long outranked, List<LogOverlap.Twice> twice) {
        static final Unsettled NOTHING = new Unsettled(0, List.of());
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
