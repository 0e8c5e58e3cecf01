package dev.batchable.join;

import dev.batchable.record.Caller;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Request;
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
    /// Day → model → what was logged.
    private final Map<Long, Map<ModelName, Sums>> days = new HashMap<>();
    private final Set<String> callers = new HashSet<>();

    /// A model under the one name that all sources of it share.
    ///
    /// @param provider empty where the source does not tell
    /// @param model empty where the source does not tell
    public record ModelName(Optional<String> provider, Optional<String> model) {}

    private static final class Sums {
        private final Set<String> callers = new HashSet<>();
        private long tokens;
    }

    /// @param naming must depend on provider, model and region alone
    public LoggedDays(Function<ModelCall, ModelName> naming) {
        this.naming = naming;
    }

    public void add(Request request) {
        Sums sums = sums(day(request.timing().start()), name(request.call()));
        sums.tokens += request.tokens().map(Tokens::total).orElse(0L);
        callers(request.caller()).forEach(caller -> {
            if (sums.callers.add(caller)) {
                callers.add(caller);
            }
        });
    }

    public void merge(LoggedDays other) {
        callers.addAll(other.callers);
        other.days.forEach((day, models) -> models.forEach((model, sums) -> {
            Sums mine = sums(day, model);
            mine.callers.addAll(sums.callers);
            mine.tokens += sums.tokens;
        }));
    }

    private Sums sums(long day, ModelName model) {
        return days.computeIfAbsent(day, unseen -> new HashMap<>()).computeIfAbsent(model, unseen -> new Sums());
    }

    private Stream<Sums> logged(long day, ModelName wanted) {
        return days.getOrDefault(day, Map.of()).entrySet().stream()
                .filter(logged -> isOf(wanted, logged.getKey()))
                .map(Map.Entry::getValue);
    }

    ModelName name(ModelCall call) {
        return names.computeIfAbsent(call, naming);
    }

    /// Whether logs hold calls of the bucket's model, key and provider on at least half of its days. A bucket without
    /// a model is of any; keys decide only where logs and bucket speak of the same keys at all.
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

    /// Tokens of the model on a day, of all callers.
    long tokens(ModelName model, long day) {
        return logged(day, model).mapToLong(sums -> sums.tokens).sum();
    }

    private boolean covers(UsageBucket bucket, long day, boolean sharedKeys) {
        return logged(day, name(bucket.call()))
                .anyMatch(sums -> !sharedKeys
                        || callers(bucket.caller()).findAny().isEmpty()
                        || callers(bucket.caller()).anyMatch(sums.callers::contains));
    }

    private static boolean isOf(ModelName wanted, ModelName logged) {
        return agree(wanted.provider, logged.provider) && (wanted.model.isEmpty() || wanted.model.equals(logged.model));
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static Stream<String> callers(Caller caller) {
        return Stream.of(caller.keyAlias(), caller.keyId(), caller.project()).flatMap(Optional::stream);
    }

    static long day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }
}
