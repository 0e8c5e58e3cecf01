package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Request;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which models were called on which days (UTC) by whom, as the request logs of each format tell it. Memory depends
/// on models, days and keys. Adding and merging are commutative; one for each thread.
public final class LoggedDays {
    private static final long DAY_SECONDS = 86_400;
    /// Keys of one model and day that are told apart. Where there are more, they were made anew for every call, and
    /// decide nothing.
    private static final int MAX_CALLERS = 1_000;

    private final Naming naming;
    /// Day → calls of one kind → format → what was logged.
    private final Map<Long, Map<Kind, Map<String, Sums>>> days = new HashMap<>();

    /// A model under the one name that all sources of it share.
    ///
    /// @param provider empty where the source does not tell
    /// @param model empty where the source does not tell
    public record ModelName(Optional<String> provider, Optional<String> model) {}

    /// Finds that name. It must depend on provider, model, region and day alone; a name that moves stood for one
    /// model today and for another last month.
    @FunctionalInterface
    public interface Naming {
        /// @param day since 1970-01-01, in UTC
        ModelName name(ModelCall call, long day);
    }

    /// Calls of a model, those of batches apart: a gateway's log does not hold what ran as a batch.
    record Kind(ModelName model, boolean batch) {
        static Kind of(ModelName model, ModelCall call) {
            return new Kind(model, isBatch(call));
        }
    }

    /// The calls that a bucket may tell.
    ///
    /// @param batch empty where the bucket does not tell its tier
    record Wanted(ModelName model, Optional<Boolean> batch) {
        private boolean holds(Kind kind) {
            return agree(model.provider, kind.model.provider)
                    && (model.model.isEmpty() || model.model.equals(kind.model.model))
                    && agree(batch, Optional.of(kind.batch));
        }
    }

    /// A model as a source spells it, on one day.
    private record Spelled(
            Optional<String> provider, Optional<String> model, Optional<String> region, boolean batch, long day) {}

    /// Calls of one kind on one day as one format tells them.
    static final class Sums {
        private final Set<String> callers = new HashSet<>();
        private long requests;
        private long tokens;
        private long fields;

        private void add(Request request) {
            requests++;
            tokens += request.tokens().map(Tokens::total).orElse(0L);
            fields += request.present().size();
            if (callers.size() < MAX_CALLERS) {
                Caller caller = request.caller();
                caller.keyAlias().ifPresent(callers::add);
                caller.keyId().ifPresent(callers::add);
                caller.project().ifPresent(callers::add);
            }
        }

        /// Whether any of the callers is among them, or they are too many to tell.
        private boolean mayHold(Stream<String> wanted) {
            return callers.size() >= MAX_CALLERS || wanted.anyMatch(callers::contains);
        }

        private void merge(Sums more) {
            callers.addAll(more.callers);
            requests += more.requests;
            tokens += more.tokens;
            fields += more.fields;
        }

        long requests() {
            return requests;
        }

        long tokens() {
            return tokens;
        }

        /// Fields that a call tells on average.
        double richness() {
            return fields / (double) requests;
        }
    }

    /// @param naming asked for the same models and days again and again
    public LoggedDays(Naming naming) {
        this.naming = naming;
    }

    /// Adds calls of one input; best many at a time, since few models and days come again and again.
    public void add(String format, Collection<Request> requests) {
        Map<Spelled, Sums> found = new HashMap<>();
        for (Request request : requests) {
            ModelCall call = request.call();
            long day = day(request.timing().start());
            found.computeIfAbsent(
                            new Spelled(call.provider(), call.model(), call.region(), isBatch(call), day),
                            unseen -> sums(day, Kind.of(naming.name(call, day), call), format))
                    .add(request);
        }
    }

    public void merge(LoggedDays other) {
        other.days.forEach((day, kinds) -> kinds.forEach((kind, formats) ->
                formats.forEach((format, sums) -> sums(day, kind, format).merge(sums))));
    }

    private static boolean isBatch(ModelCall call) {
        return call.tier() == Tier.BATCH;
    }

    /// By the name of the bucket's first day.
    ModelName name(UsageBucket bucket) {
        return naming.name(bucket.call(), day(bucket.start()));
    }

    Wanted wanted(UsageBucket bucket) {
        return wanted(bucket, day(bucket.start()));
    }

    private Wanted wanted(UsageBucket bucket, long day) {
        ModelCall call = bucket.call();
        return new Wanted(
                naming.name(call, day), call.tier() == Tier.UNKNOWN ? Optional.empty() : Optional.of(isBatch(call)));
    }

    /// Day → calls of one kind → format → what was logged.
    Map<Long, Map<Kind, Map<String, Sums>>> days() {
        return days;
    }

    /// Whether logs hold calls of the bucket's model, key and provider on at least half of its days. A bucket
    /// without a model is of any, and so is one without a tier; keys decide only where logs and bucket speak of the
    /// same keys.
    boolean cover(UsageBucket bucket, boolean sharedKeys) {
        long from = day(bucket.start());
        long until = Math.max(from, day(bucket.start().plus(bucket.width()).minusNanos(1)));
        long covered = 0;
        for (long day = from; day <= until; day++) {
            covered += covers(bucket, day, sharedKeys) ? 1 : 0;
        }
        return covered * 2 >= until - from + 1;
    }

    /// Whether a key, key name or project of the bucket is known to the logs.
    boolean knows(Caller caller) {
        return days.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .flatMap(formats -> formats.values().stream())
                .anyMatch(sums -> callers(caller).anyMatch(sums.callers::contains));
    }

    /// Tokens of such calls on a day, of all callers.
    long tokens(Wanted wanted, long day) {
        return logged(day, wanted).mapToLong(Sums::tokens).sum();
    }

    private Sums sums(long day, Kind kind, String format) {
        return days.computeIfAbsent(day, unseen -> new HashMap<>())
                .computeIfAbsent(kind, unseen -> new TreeMap<>())
                .computeIfAbsent(format, unseen -> new Sums());
    }

    private Stream<Sums> logged(long day, Wanted wanted) {
        return days.getOrDefault(day, Map.of()).entrySet().stream()
                .filter(logged -> wanted.holds(logged.getKey()))
                .flatMap(logged -> logged.getValue().values().stream());
    }

    private boolean covers(UsageBucket bucket, long day, boolean sharedKeys) {
        return logged(day, wanted(bucket, day))
                .anyMatch(sums -> !sharedKeys
                        || callers(bucket.caller()).findAny().isEmpty()
                        || sums.mayHold(callers(bucket.caller())));
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static Stream<String> callers(Caller caller) {
        return Stream.of(caller.keyAlias(), caller.keyId(), caller.project()).flatMap(Optional::stream);
    }

    static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
    }
}
