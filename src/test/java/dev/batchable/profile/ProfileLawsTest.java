package dev.batchable.profile;

import static dev.batchable.profile.Profiles.rule;
import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import dev.batchable.record.UsageBucket;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A profile is a function of the multiset of calls: no order, split, merge tree or number of threads shows.
class ProfileLawsTest {
    private static final WorkloadRule BULK = rule("bulk", Map.of(Attribute.KEY, "b*"), Optional.of(false));
    private static final WorkloadRule INDEX = rule("index", Map.of(Attribute.OPERATION, "embedding"), Optional.empty());
    private static final WorkloadRule NAMED =
            rule("named", Map.of(Attribute.WORKLOAD, "cat/*", Attribute.MODEL, "o3"), Optional.empty());
    private static final ProfileSettings SETTINGS =
            Profiles.settings(ZoneId.of("Europe/Berlin"), List.of(), BULK, INDEX, NAMED);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void isTheSameForEveryOrderAndSplit(int seed) throws IOException {
        Random random = new Random(seed);
        List<Object> rows = rows(random, 300);
        Profile expected = build(List.of(rows));
        assertThat(expected.workloads()).hasSizeGreaterThan(5);
        for (int round = 0; round < 4; round++) {
            Collections.shuffle(rows, random);
            List<List<Object>> parts = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(6)).forEach(i -> parts.add(new ArrayList<>()));
            rows.forEach(row -> parts.get(random.nextInt(parts.size())).add(row));
            assertThat(build(parts)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23})
    void isTheSameForEveryTreeOfMerges(int seed) throws IOException {
        Random random = new Random(seed);
        List<Object> rows = rows(random, 200);
        Profile expected = build(List.of(rows));
        List<ProfileBuilder> builders = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            builders.add(builder(rows.subList(rows.size() * i / 7, rows.size() * (i + 1) / 7)));
        }
        while (builders.size() > 1) {
            ProfileBuilder into = builders.remove(random.nextInt(builders.size()));
            into.merge(builders.remove(random.nextInt(builders.size())));
            builders.add(into);
        }
        try (ProfileBuilder all = builders.get(0)) {
            assertThat(all.build(Profiles.NOVEMBER)).isEqualTo(expected);
            assertThat(all.build(Profiles.NOVEMBER)).as("built again").isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void isTheSameForEveryNumberOfThreads(int threads) throws Exception {
        List<Object> rows = rows(new Random(99), 2_000);
        Profile expected = build(List.of(rows));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ProfileBuilder>> parts = IntStream.range(0, threads)
                    .mapToObj(i -> rows.subList(rows.size() * i / threads, rows.size() * (i + 1) / threads))
                    .map(part -> pool.submit(() -> builder(part)))
                    .toList();
            try (ProfileBuilder all = ProfileBuilder.mergeAll(
                    parts.stream().map(ProfileLawsTest::done).toList())) {
                assertThat(all.build(Profiles.NOVEMBER)).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static ProfileBuilder done(Future<ProfileBuilder> part) {
        try {
            return part.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Profile build(List<List<Object>> parts) throws IOException {
        List<ProfileBuilder> builders = new ArrayList<>();
        parts.forEach(part -> builders.add(builder(part)));
        try (ProfileBuilder all = ProfileBuilder.mergeAll(builders)) {
            return all.build(Profiles.NOVEMBER);
        }
    }

    private static ProfileBuilder builder(List<Object> rows) {
        ProfileBuilder builder = new ProfileBuilder(SETTINGS);
        for (Object row : rows) {
            if (row instanceof Request request) {
                builder.add(request, request.present().contains(Field.STREAM) ? Profiles.PROVIDED : Set.of(Field.END));
            } else if (row instanceof UsageBucket bucket) {
                builder.add(bucket, Set.of(Field.BUCKET_SECONDS));
            }
        }
        return builder;
    }

    /// Few values per property, so that ties, chains of repeats and shared minutes are common.
    private static List<Object> rows(Random random, int size) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Request request = request(random);
            rows.add(random.nextInt(15) == 0 ? bucket(random, request) : request);
        }
        return rows;
    }

    private static Request request(Random random) {
        SampleCall call = call().at(SampleCall.NOON
                        .plusSeconds(random.nextInt(12) * 21_600L + random.nextInt(4) * 30L)
                        .plusMillis(random.nextInt(2) * 500L))
                .operation(one(random, Operation.CHAT, Operation.CHAT, Operation.EMBEDDING, Operation.UNKNOWN))
                .outcome(one(
                        random,
                        Outcome.OK,
                        Outcome.OK,
                        Outcome.OK,
                        Outcome.FAILED,
                        Outcome.TIMEOUT,
                        Outcome.CANCELLED,
                        Outcome.RATE_LIMITED))
                .streaming(one(random, Streaming.values()))
                .tokens(random.nextInt(3), random.nextInt(2))
                .retries(random.nextInt(2))
                .model(one(random, "gpt-4.1", "o3"))
                .present(EnumSet.of(Field.START, one(random, Field.INPUT_TOKENS, Field.STREAM)));
        caller(random, call);
        optional(random, () -> call.cost(one(random, "0", "0.10", "0.1", "1E-7", "3")));
        optional(random, () -> call.cached(1_000 + random.nextInt(9_000), random.nextInt(900), random.nextInt(2)));
        optional(random, () -> call.account("a" + random.nextInt(60)));
        optional(random, () -> call.session("s" + random.nextInt(200)));
        optional(random, () -> call.user("u" + random.nextInt(50)));
        optional(random, () -> call.repeatKey("r" + random.nextInt(3)));
        optional(random, () -> call.taking(random.nextInt(3_000)).firstTokenAfter(random.nextInt(3_000)));
        optional(random, () -> call.tags(one(random, "User-Agent: curl/8", "feature:ranking", "x")));
        return call.build();
    }

    private static void caller(Random random, SampleCall call) {
        switch (random.nextInt(6)) {
            case 0 -> call.key("bot");
            case 1 -> call.key("cat");
            case 2 -> call.service("cat");
            case 3 -> call.project("dog", "team").keyId("sk-1");
            case 4 -> call.keyId("sk-1").userAgent("Mozilla/5.0");
            default -> call.withoutModel();
        }
    }

    private static UsageBucket bucket(Random random, Request like) {
        return new UsageBucket(
                like.timing().start(),
                Duration.ofMinutes(one(random, 1, 60, 1_440)),
                like.call(),
                random.nextBoolean() ? OptionalLong.of(random.nextInt(9)) : OptionalLong.empty(),
                like.tokens(),
                like.cost(),
                like.caller(),
                like.present());
    }

    private static void optional(Random random, Runnable change) {
        if (random.nextBoolean()) {
            change.run();
        }
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
