package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.join.LoggedDays.ModelName;
import dev.batchable.join.UsageOverlap.Overlap;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageOverlapTest {
    private static final Set<Field> PROVIDED = EnumSet.of(Field.START, Field.MODEL);
    private static final Instant DAY = Instant.parse("2026-11-02T00:00:00Z");

    private final UsageOverlap overlap = new UsageOverlap();
    private final LoggedDays logs = logs();

    private static LoggedDays logs() {
        return new LoggedDays((call, day) ->
                new ModelName(call.provider(), call.model().map(model -> model.replace("-2026-04-14", ""))));
    }

    private UsageOverlapTest bucket(String path, int day, Optional<String> model, Optional<String> key, long tokens) {
        return bucket(path, day, model, key, Tier.UNKNOWN, tokens);
    }

    private UsageOverlapTest bucket(
            String path, int day, Optional<String> model, Optional<String> key, Tier tier, long tokens) {
        EnumSet<Field> present = EnumSet.of(Field.START);
        model.ifPresent(told -> present.add(Field.MODEL));
        key.ifPresent(told -> present.add(Field.KEY_ID));
        Caller caller = new Caller(
                Optional.empty(),
                Optional.empty(),
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        overlap.add(new UsageOverlap.Held(
                path,
                new UsageBucket(
                        DAY.plus(Duration.ofDays(day)),
                        Duration.ofDays(1),
                        new ModelCall(Optional.of("openai"), model, Operation.CHAT, tier, Optional.empty(), 1),
                        OptionalLong.empty(),
                        Optional.of(new Tokens(tokens, 0, 0, 0, 0, 0)),
                        Optional.empty(),
                        caller,
                        present),
                PROVIDED));
        return this;
    }

    private UsageOverlapTest bucket(String path, int day, String model, long tokens) {
        return bucket(path, day, Optional.of(model), Optional.empty(), tokens);
    }

    private void logged(SampleCall... calls) {
        for (SampleCall call : calls) {
            logs.add("log", List.of(call.build()));
        }
    }

    private List<Long> kept() {
        return overlap.resolve(logs).kept().stream()
                .map(held -> held.bucket().tokens().orElseThrow().input())
                .toList();
    }

    @Test
    void leavesToTheLogsWhatTheyHoldByModelAndDayAndTellsHowMuch() {
        bucket("u", 0, "gpt-4.1-2026-04-14", 1_000).bucket("u", 0, "gpt-5", 7).bucket("u", 1, "gpt-4.1", 50);
        logged(call().tokens(800, 100), call().tokens(80, 10));
        UsageOverlap.Resolved resolved = overlap.resolve(logs);
        assertThat(kept()).containsExactlyInAnyOrder(7L, 50L);
        assertThat(resolved.overlaps()).containsExactly(new Overlap("u", true, 1, 1_000, 990));
    }

    @Test
    void takesABucketWithoutAModelForOneOfAnyModel() {
        bucket("u", 0, Optional.empty(), Optional.empty(), 1_000).bucket("u", 1, Optional.empty(), Optional.empty(), 5);
        logged(call());
        assertThat(kept()).containsExactly(5L);
    }

    @Test
    void letsKeysDecideWhereLogsAndBucketsSpeakOfTheSame() {
        bucket("u", 0, Optional.of("gpt-4.1"), Optional.of("key_a"), 1)
                .bucket("u", 0, Optional.of("gpt-4.1"), Optional.of("key_b"), 2);
        logged(call().keyId("key_a"));
        assertThat(kept()).containsExactly(2L);
    }

    @Test
    void letsKeysDecideNothingWhereEveryCallHasOneOfItsOwn() {
        bucket("u", 0, Optional.of("gpt-4.1"), Optional.of("key_1"), 1)
                .bucket("u", 0, Optional.of("gpt-4.1"), Optional.of("key_b"), 2);
        for (int i = 0; i < 1_100; i++) {
            logged(call().keyId("key_" + i));
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void countsABucketOfAnUnknownKeyOnceAllTheSame() {
        bucket("u", 0, Optional.of("gpt-4.1"), Optional.of("key_a"), 1);
        logged(call().keyId("hash-of-a-gateway"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsTheBatchesOfAModelWhoseOtherCallsAreLogged() {
        Optional<String> model = Optional.of("gpt-4.1");
        bucket("u", 0, model, Optional.empty(), Tier.STANDARD, 1)
                .bucket("u", 0, model, Optional.empty(), Tier.PRIORITY, 2)
                .bucket("u", 0, model, Optional.empty(), Tier.BATCH, 3);
        logged(call().tokens(80, 10));
        assertThat(kept()).containsExactly(3L);
        assertThat(overlap.resolve(logs).overlaps()).containsExactly(new Overlap("u", true, 2, 3, 90));
    }

    @Test
    void countsTheFinerOfTwoGroupingsOfOneDay() {
        bucket("coarse", 0, Optional.empty(), Optional.empty(), 30)
                .bucket("coarse", 1, Optional.empty(), Optional.empty(), 40)
                .bucket("fine", 0, "gpt-4.1", 10)
                .bucket("fine", 0, "gpt-5", 20);
        assertThat(kept()).containsExactlyInAnyOrder(10L, 20L, 40L);
        assertThat(overlap.resolve(logs).overlaps()).containsExactly(new Overlap("coarse", false, 1, 30, 0));
    }

    @Test
    void countsABucketThatTwoExportsHoldInItsLaterState() {
        bucket("monday", 0, "gpt-4.1", 10).bucket("tuesday", 0, "gpt-4.1", 12).bucket("tuesday", 1, "gpt-4.1", 5);
        assertThat(kept()).containsExactlyInAnyOrder(12L, 5L);
    }

    @Test
    void sumsWhatOneExportLeavesToTheLogsOfSeveralThreads() {
        bucket("u", 0, "gpt-4.1", 1_000).bucket("u", 1, "gpt-4.1", 500).bucket("u", 1, "gpt-4.1", 30);
        logged(call().tokens(700, 0).keyId("a"));
        LoggedDays other = logs();
        other.add("log", List.of(call().tokens(200, 0).build()));
        other.add("log", List.of(call().tokens(50, 0).at("2026-11-03T12:00:00Z").build()));
        logs.merge(other);
        assertThat(overlap.resolve(logs).overlaps()).containsExactly(new Overlap("u", true, 3, 1_530, 950));
    }

    @Test
    void takesLogsThatNameNoProviderForThoseOfAny() {
        bucket("u", 0, "gpt-4.1", 1_000);
        assertThat(overlap.resolve(of(Optional.empty())).kept()).isEmpty();
        assertThat(overlap.resolve(of(Optional.of("azure"))).kept()).hasSize(1);
    }

    /// A call of `gpt-4.1`, spelled otherwise, at this provider.
    private static LoggedDays of(Optional<String> provider) {
        LoggedDays logs = new LoggedDays((call, day) -> call.model().equals(Optional.of("logged"))
                ? new ModelName(provider, Optional.of("gpt-4.1"))
                : new ModelName(call.provider(), call.model()));
        logs.add("log", List.of(call().model("logged").build()));
        return logs;
    }

    @Test
    void keepsEqualBucketsOfOneExport() {
        bucket("u", 0, "gpt-4.1", 10).bucket("u", 0, "gpt-4.1", 10);
        assertThat(kept()).containsExactly(10L, 10L);
    }
}
