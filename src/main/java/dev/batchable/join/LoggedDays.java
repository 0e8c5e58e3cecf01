package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Request;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which models were called on which days (UTC) by whom, as request logs tell it. Memory depends on models, days and
/// keys. Adding and merging are commutative; one for each thread.
public final class LoggedDays {
    private final Function<ModelCall, ModelName> naming;
    private final Map<ModelCall, ModelName> names = new HashMap<>();
    /// Day → calls of one kind → what was logged.
    private final Map<Long, Map<Kind, Sums>> days = new HashMap<>();
    private final Set<String> callers = new HashSet<>();

    /// A model under the one name that all sources of it share.
    ///
    /// @param provider empty where the source does not tell
    /// @param model empty where the source does not tell
    public record ModelName(Optional<String> provider, Optional<String> model) {}

    /// Calls of a model, those of batches apart: a gateway's log does not hold what ran as a batch.
    private record Kind(ModelName model, boolean batch) {}

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

    private static final class Sums {
        private final Set<String> callers = new HashSet<>();
        private long tokens;
    }

    /// @param naming must depend on provider, model and region alone
    public LoggedDays(Function<ModelCall, ModelName> naming) {
        this.naming = naming;
    }

    public void add(Request request) {
        ModelCall call = request.call();
        Sums sums = sums(day(request.timing().start()), new Kind(name(call), call.tier() == Tier.BATCH));
        sums.tokens += request.tokens().map(Tokens::total).orElse(0L);
        callers(request.caller()).forEach(caller -> {
            if (sums.callers.add(caller)) {
                callers.add(caller);
            }
        });
    }

    public void merge(LoggedDays other) {
        callers.addAll(other.callers);
        other.days.forEach((day, kinds) -> kinds.forEach((kind, sums) -> {
            Sums mine = sums(day, kind);
            mine.callers.addAll(sums.callers);
            mine.tokens += sums.tokens;
        }));
    }

    private Sums sums(long day, Kind kind) {
        return days.computeIfAbsent(day, unseen -> new HashMap<>()).computeIfAbsent(kind, unseen -> new Sums());
    }

    private Stream<Sums> logged(long day, Wanted wanted) {
        return days.getOrDefault(day, Map.of()).entrySet().stream()
                .filter(logged -> wanted.holds(logged.getKey()))
                .map(Map.Entry::getValue);
    }

    ModelName name(ModelCall call) {
        return names.computeIfAbsent(call, naming);
    }

    Wanted wanted(UsageBucket bucket) {
        Tier tier = bucket.call().tier();
        return new Wanted(
                name(bucket.call()), tier == Tier.UNKNOWN ? Optional.empty() : Optional.of(tier == Tier.BATCH));
    }

    /// Whether logs hold calls of the bucket's model, key and provider on at least half of its days. A bucket
    /// without a model is of any, and so is one without a tier; keys decide only where logs and bucket speak of
    /// the same keys at all.
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
        return callers(caller).anyMatch(callers::contains);
    }

    /// Tokens of such calls on a day, of all callers.
    long tokens(Wanted wanted, long day) {
        return logged(day, wanted).mapToLong(sums -> sums.tokens).sum();
    }

    private boolean covers(UsageBucket bucket, long day, boolean sharedKeys) {
        return logged(day, wanted(bucket))
                .anyMatch(sums -> !sharedKeys
                        || callers(bucket.caller()).findAny().isEmpty()
                        || callers(bucket.caller()).anyMatch(sums.callers::contains));
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static Stream<String> callers(Caller caller) {
        return Stream.of(caller.keyAlias(), caller.keyId(), caller.project()).flatMap(Optional::stream);
    }

    static long day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }
}
