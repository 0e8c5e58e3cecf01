package dev.batchable.profile;

import dev.batchable.join.Repeats;
import dev.batchable.join.Repeats.Candidate;
import dev.batchable.profile.Workloads.Assignment;
import dev.batchable.record.BatchJob;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.StableHash;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import dev.batchable.record.Window;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects calls into workloads: one builder per thread, merged at the end.
///
/// A builder is a commutative monoid under [#merge]: any split of the calls over builders, any order of adding
/// and merging gives an equal [Profile]. Calls are summed in cells of what is known of them when they are read
/// ([CellKey]); which cells make up a workload is decided in [#build] ([Workloads]). Memory depends on callers,
/// models, days and active minutes, not on calls.
///
/// Not safe for use by several threads. Close the builder that the others were merged into: repeats beyond a
/// limit lie in a temporary file.
public final class ProfileBuilder implements Closeable {
    /// Callers whose cells are kept at hand. Tags or keys made anew for every call can make every caller a new one,
    /// so the table is emptied when it is full; the cells themselves stay.
    private static final int MAX_CACHED_CALLERS = 4_096;

    private final ProfileSettings settings;
    private final CallerNames names;
    private final RuleBook rules;
    private final RatingKeys ratings;
    private final LocalClock clock;
    private final BillerClocks billers;
    private final Clients clients = new Clients();
    private final Map<Caller, KnownCaller> callers = new HashMap<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();
    /// The routes into every cell, so that a caller seen for the first time finds those that others opened.
    private final Map<CellKey, Map<RatingKey, Route>> routes = new HashMap<>();
    /// Cell and rating of the label under which their calls are candidates for repeats.
    private final Map<Long, Label> labels = new HashMap<>();
    private final Repeats repeats = new Repeats();
    private final ObservedDays days = new ObservedDays();
    private final BatchJobs jobs = new BatchJobs();

    public ProfileBuilder(ProfileSettings settings) {
        this.settings = settings;
        names = new CallerNames(settings);
        rules = new RuleBook(settings.policy().workloads());
        ratings = new RatingKeys(settings.scheme());
        clock = new LocalClock(settings.zone());
        billers = new BillerClocks(settings.zone(), settings.scheme());
    }

    private record Label(CellKey cell, RatingKey rating) {}

    /// Where the calls of one caller and rating key go.
    private record Route(
            Cell cell, UsageSums.Row row, Optional<LocalClock> biller, ModelCounts lane, long label, long model) {
        void add(long start, long local, Request request, BigDecimal cost) {
            Tokens tokens = request.tokens().orElse(Tokens.NONE);
            row.add(LocalClock.day(local), request.call().count(), tokens, cost);
            if (biller.isPresent()) {
                long day = LocalClock.day(biller.get().local(start));
                row.addBilled(day, request.call().count(), tokens, cost);
            }
        }
    }

    /// What need not be found out again for every call of a caller; most have calls of one rating key or two.
    private record KnownCaller(Optional<ClientKind> client, Map<RatingKey, Route> routes) {
        KnownCaller(Optional<ClientKind> client) {
            this(client, new HashMap<>(2));
        }
    }

    /// Counts a call.
    ///
    /// @param provided the fields that the request's format can hold at all
    /// @throws UncheckedIOException where the temporary file for repeats cannot be written
    public void add(Request request, Set<Field> provided) {
        KnownCaller caller = known(request.caller());
        RatingKey rating = ratings.of(request);
        Route route = caller.routes.get(rating);
        if (route == null) {
            CellKey cell = cellKey(request, rating);
            route = routes.computeIfAbsent(cell, unseen -> new HashMap<>())
                    .computeIfAbsent(rating, unseen -> route(cell, rating));
            caller.routes.put(rating, route);
        }
        long start = request.timing().start().toEpochMilli();
        long local = clock.local(start);
        days.add(local);
        jobs.add(request);
        BigDecimal cost = rating.known().costCurrency().isPresent() ? cost(request.cost()) : BigDecimal.ZERO;
        route.add(start, local, request, cost);
        route.cell.add(
                request,
                new Cell.Moment(start, local),
                new Cell.Caller(caller.client, route.model, route.lane),
                provided);
        if (request.identity().repeatKey().isPresent()) {
            addCandidate(request, route, start, cost);
        }
    }

    /// Notes how long a batch job took.
    public void add(BatchJob job) {
        jobs.add(job);
    }

    /// Counts a provider's own total.
    ///
    /// @param provided the fields that the bucket's format can hold at all
    public void add(UsageBucket bucket, Set<Field> provided) {
        RatingKey rating = ratings.of(bucket);
        CellKey key = new CellKey(
                names.ofBucket(bucket.caller(), rating.model()),
                rules.candidates(bucket.caller(), rating.model()),
                Optional.of(rating.operation()),
                rating.streaming());
        Cell cell = cells.computeIfAbsent(key, unseen -> new Cell());
        long start = bucket.start().toEpochMilli();
        long local = clock.local(start);
        days.addSpan(local, clock.local(bucket.start().plus(bucket.width()).toEpochMilli()));
        addUsage(bucket, cell.usage().row(rating), LocalClock.day(local), billers.of(rating.model()));
        cell.add(bucket, new Cell.Moment(start, local), cell.lane(rating), provided);
    }

    private static void addUsage(UsageBucket bucket, UsageSums.Row row, long day, Optional<LocalClock> biller) {
        long requests = bucket.requests().orElse(0);
        Tokens tokens = bucket.tokens().orElse(Tokens.NONE);
        BigDecimal cost = cost(bucket.cost());
        row.add(day, requests, tokens, cost);
        biller.ifPresent(clock -> BillerClocks.dayOf(clock, bucket.start(), bucket.width())
                .ifPresentOrElse(billersDay -> row.addBilled(billersDay, requests, tokens, cost), row::markSplit));
    }

    /// Takes over what the other builder collected; the other must not be used any more, nor be closed.
    ///
    /// @throws IllegalArgumentException where the settings differ
    public void merge(ProfileBuilder other) throws IOException {
        if (!settings.equals(other.settings)) {
            throw new IllegalArgumentException("builders of different settings cannot be merged");
        }
        other.cells.forEach((key, cell) -> cells.merge(key, cell, ProfileBuilder::merged));
        labels.putAll(other.labels);
        repeats.merge(other.repeats);
        days.merge(other.days);
        jobs.merge(other.jobs);
        other.callers.clear();
        other.routes.clear();
    }

    /// Merges all builders into the first of the list and returns it.
    ///
    /// @throws IllegalArgumentException where the list is empty or the settings differ
    public static ProfileBuilder mergeAll(List<ProfileBuilder> builders) throws IOException {
        if (builders.isEmpty()) {
            throw new IllegalArgumentException("no builder to merge");
        }
        ProfileBuilder all = builders.get(0);
        for (ProfileBuilder other : builders.subList(1, builders.size())) {
            all.merge(other);
        }
        return all;
    }

    /// The profile of everything added so far.
    ///
    /// @param window only for the observed days; calls outside it are for the caller to leave out
    public Profile build(Window window) throws IOException {
        Map<CellKey, Long> calls = new HashMap<>();
        cells.forEach((key, cell) -> calls.put(key, cell.usage().requests()));
        Map<CellKey, Assignment> assignments = new Workloads(rules).assign(calls);
        SortedMap<WorkloadKey, Gathered> workloads = new TreeMap<>();
        assignments.forEach((cellKey, assignment) -> workloads
                .computeIfAbsent(assignment.key(), unseen -> new Gathered(workloads.size()))
                .add(found(cells, cellKey), assignment.rule(), rules));
        addRepeats(assignments, workloads);
        List<WorkloadProfile> profiles = workloads.entrySet().stream()
                .map(entry -> entry.getValue().profile(entry.getKey()))
                .toList();
        return new Profile(profiles, window, days.within(window), jobs.history(clock));
    }

    @Override
    public void close() throws IOException {
        repeats.close();
    }

    private KnownCaller known(Caller caller) {
        KnownCaller known = callers.get(caller);
        if (known == null) {
            if (callers.size() >= MAX_CACHED_CALLERS) {
                callers.clear();
            }
            known = new KnownCaller(clients.of(caller));
            callers.put(caller, known);
        }
        return known;
    }

    private Route route(CellKey key, RatingKey rating) {
        Cell cell = cells.computeIfAbsent(key, unseen -> new Cell());
        long label = StableHash.of(key + " " + rating);
        long model = SessionSample.hash(rating.model());
        labels.put(label, new Label(key, rating));
        return new Route(cell, cell.usage().row(rating), billers.of(rating.model()), cell.lane(rating), label, model);
    }

    private CellKey cellKey(Request request, RatingKey rating) {
        boolean endedEarly = rating.outcome().isFailure() || rating.outcome() == Outcome.CANCELLED;
        boolean open = (endedEarly || rating.tier().isDeferred()) && rating.operation() == Operation.UNKNOWN;
        return new CellKey(
                names.ofRequest(request.caller(), rating.model()),
                rules.candidates(request.caller(), rating.model()),
                open ? Optional.empty() : Optional.of(rating.operation()),
                rating.streaming());
    }

    /// Failed calls are waste already, and a cancelled stream is none; so only answered calls repeat anything.
    private void addCandidate(Request request, Route route, long start, BigDecimal cost) {
        String repeatKey = request.identity().repeatKey().orElse("");
        if (repeatKey.isBlank()
                || request.completion().outcome() != Outcome.OK
                || request.call().count() != 1) {
            return;
        }
        Tokens tokens = request.tokens().orElse(Tokens.NONE);
        long work = StableHash.combine(StableHash.combine(StableHash.of(repeatKey), route.model), tokens.input());
        try {
            repeats.add(new Candidate(work, start, route.label, tokens, cost));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void addRepeats(Map<CellKey, Assignment> assignments, Map<WorkloadKey, Gathered> workloads)
            throws IOException {
        Map<Long, Gathered> workloadOfLabel = new HashMap<>();
        labels.forEach((number, label) -> workloadOfLabel.put(
                number, found(workloads, found(assignments, label.cell).key())));
        repeats.find(label -> found(workloadOfLabel, label).number(), repeat -> {
            UsageSums sums = found(workloadOfLabel, repeat.label()).repeats();
            long day = LocalClock.day(clock.local(repeat.startMillis()));
            sums.row(found(labels, repeat.label()).rating).add(day, 1, repeat.tokens(), repeat.cost());
        });
    }

    private static <K, V> V found(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing was collected for " + key);
        }
        return value;
    }

    private static BigDecimal cost(Optional<Money> cost) {
        return RatingKeys.charged(cost).map(Money::amount).orElse(BigDecimal.ZERO);
    }

    private static Cell merged(Cell cell, Cell other) {
        cell.merge(other);
        return cell;
    }
}
