package dev.batchable.evaluation.workload;

import dev.batchable.record.Field;
import dev.batchable.record.StableHash;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Something that happens to logs and must not make waited-for work look batchable.
///
/// @param group distortions of one group are counted together
public record Distortion(String group, String name, UnaryOperator<Traffic> change) {
    private static final double KEPT = 0.05;

    /// All of them but the merge under one key, which needs other traffic.
    public static List<Distortion> all() {
        Stream<Distortion> shifts = IntStream.range(1, 24).mapToObj(Distortion::shifted);
        return Stream.concat(
                        shifts,
                        Stream.of(
                                rounded("stamps to the second", Duration.ofSeconds(1)),
                                rounded("stamps to the minute", Duration.ofMinutes(1)),
                                new Distortion("sessions dropped", "sessions dropped", Distortion::withoutSessions),
                                new Distortion("thinned to 5 %", "thinned to 5 %", Distortion::thinned)))
                .toList();
    }

    private static Distortion shifted(int hours) {
        Duration by = Duration.ofHours(hours);
        return new Distortion("zone shifted", "zone shifted by " + hours + " h", traffic -> shifted(traffic, by));
    }

    static Traffic shifted(Traffic traffic, Duration by) {
        List<Total> totals = traffic.totals().stream()
                .map(total ->
                        new Total(at(total.bucket(), total.bucket().start().plus(by)), total.label()))
                .toList();
        Traffic calls = traffic.map(
                request -> Requests.at(request, request.timing().start().plus(by)));
        return new Traffic(calls.calls(), totals, traffic.provided());
    }

    private static Distortion rounded(String name, Duration to) {
        return new Distortion(
                name,
                name,
                traffic -> traffic.map(
                        request -> Requests.at(request, rounded(request.timing().start(), to))));
    }

    private static Instant rounded(Instant time, Duration to) {
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), to.toMillis()) * to.toMillis());
    }

    private static Traffic withoutSessions(Traffic traffic) {
        Set<Field> provided = EnumSet.copyOf(traffic.provided());
        provided.remove(Field.SESSION);
        return new Traffic(traffic.map(Requests::withoutSession).calls(), traffic.totals(), provided);
    }

    /// Sampled, as observability tools do it: every call with the same chance.
    private static Traffic thinned(Traffic traffic) {
        Random random = new Random(StableHash.of("thinned"));
        List<Call> calls = traffic.calls().stream()
                .filter(call -> random.nextDouble() < KEPT)
                .toList();
        List<Total> totals = new ArrayList<>();
        traffic.totals().forEach(total -> totals.add(thinned(total, random)));
        return new Traffic(calls, totals, traffic.provided());
    }

    private static Total thinned(Total total, Random random) {
        long kept = random.doubles(total.bucket().requests().orElse(0))
                .filter(chance -> chance < KEPT)
                .count();
        UsageBucket bucket = total.bucket();
        UsageBucket thin = new UsageBucket(
                bucket.start(),
                bucket.width(),
                bucket.call(),
                OptionalLong.of(kept),
                bucket.tokens(),
                bucket.cost(),
                bucket.caller(),
                bucket.present());
        return new Total(thin, total.label());
    }

    private static UsageBucket at(UsageBucket bucket, Instant start) {
        return new UsageBucket(
                start,
                bucket.width(),
                bucket.call(),
                bucket.requests(),
                bucket.tokens(),
                bucket.cost(),
                bucket.caller(),
                bucket.present());
    }

    /// Both under one key and at the same time: the other begins on the day on which this one does, at its
    /// own hour.
    public static Workload merged(Workload one, Workload other) {
        String key = "merged";
        Optional<Duration> apart = one.traffic()
                .first()
                .flatMap(first -> other.traffic()
                        .first()
                        .map(second ->
                                Duration.ofDays(Duration.between(second, first).toDays())));
        Traffic moved = shifted(other.traffic(), apart.orElse(Duration.ZERO));
        Traffic both = one.traffic().with(moved).map(request -> Requests.under(key, request));
        Origin origin = new Origin(
                one.origin().family() + " + " + other.origin().family(),
                one.origin().variant(),
                one.origin().surface());
        return new Workload(origin, both);
    }
}
