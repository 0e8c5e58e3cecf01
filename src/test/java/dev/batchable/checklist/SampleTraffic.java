package dev.batchable.checklist;

import dev.batchable.profile.Accounts;
import dev.batchable.profile.Activity;
import dev.batchable.profile.InFlight;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.PromptSizes;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Series;
import dev.batchable.profile.Strain;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Calls of one workload by minute and by day.
final class SampleTraffic {
    /// Provider and model, where other than the workload's usual ones.
    private record Asked(Optional<String> provider, Optional<String> model) {
        ModelRef orElse(ModelRef usual) {
            return new ModelRef(provider.or(usual::provider), model.or(usual::model), Optional.empty());
        }
    }

    /// What calls have in common.
    record Kind(Asked asked, Outcome outcome, Streaming streaming) {
        static final Kind USUAL =
                new Kind(new Asked(Optional.empty(), Optional.empty()), Outcome.OK, Streaming.UNKNOWN);

        Kind asking(Optional<String> provider, Optional<String> model) {
            return new Kind(new Asked(provider, model), outcome, streaming);
        }

        Kind outcome(Outcome now) {
            return new Kind(asked, now, streaming);
        }

        Kind streaming(Streaming now) {
            return new Kind(asked, outcome, now);
        }

        RatingKey key(ModelRef usual, Tier tier, Operation operation) {
            return new RatingKey(
                    asked.orElse(usual),
                    tier,
                    operation,
                    outcome,
                    streaming,
                    "base",
                    Optional.empty(),
                    new RatingKey.Known(Optional.empty(), RatingKey.TokenKnowledge.COMPLETE));
        }
    }

    /// Calls, failed, rate-limited and retried ones; by whom they asked and by minute.
    private final Map<Asked, SortedMap<Long, long[]>> lanes = new LinkedHashMap<>();

    private final SortedMap<String, Long> accounts = new TreeMap<>();
    private final Map<Kind, SortedMap<LocalDate, Long>> calls = new LinkedHashMap<>();

    void add(Kind kind, Instant start, long minute, long number, boolean again) {
        long[] slot =
                lanes.computeIfAbsent(kind.asked(), lane -> new TreeMap<>()).computeIfAbsent(minute, m -> new long[4]);
        slot[0] += number;
        slot[1] += kind.outcome().isFailure() ? number : 0;
        slot[2] += kind.outcome() == Outcome.RATE_LIMITED ? number : 0;
        slot[3] += again ? number : 0;
        calls.computeIfAbsent(kind, any -> new TreeMap<>())
                .merge(LocalDate.ofInstant(start, ZoneOffset.UTC), number, Long::sum);
    }

    void account(String name, long number) {
        accounts.merge(name, number, Long::sum);
    }

    long requests() {
        return calls.values().stream()
                .flatMap(days -> days.values().stream())
                .mapToLong(number -> number)
                .sum();
    }

    UsageTable usage(ModelRef usual, Tier tier, Operation operation) {
        SortedMap<RatingKey, SortedMap<LocalDate, Usage>> rows = new TreeMap<>();
        calls.forEach((kind, days) -> {
            SortedMap<LocalDate, Usage> usages = new TreeMap<>();
            days.forEach((day, number) -> usages.put(day, new Usage(number, Tokens.NONE, BigDecimal.ZERO)));
            rows.put(kind.key(usual, tier, operation), usages);
        });
        return new UsageTable(rows);
    }

    Activity activity(ModelRef usual, InFlight inFlight, Duration resolution) {
        SortedMap<Long, long[]> minutes = new TreeMap<>();
        Map<ModelRef, ModelActivity> byModel = new HashMap<>();
        lanes.forEach((asked, lane) -> {
            lane.forEach((minute, slot) -> minutes.merge(minute, slot, SampleTraffic::plus));
            byModel.put(asked.orElse(usual), new ModelActivity(series(lane), strain(lane), told(), PromptSizes.UNTOLD));
        });
        Instant first = minutes.isEmpty() ? ProfileFixtures.MONDAY : Instant.ofEpochSecond(minutes.firstKey() * 60);
        Instant last = minutes.isEmpty() ? ProfileFixtures.MONDAY : Instant.ofEpochSecond(minutes.lastKey() * 60);
        return new Activity(
                Collections.nCopies(Activity.HOURS, 0L), series(minutes), byModel, inFlight, resolution, first, last);
    }

    private static long[] plus(long[] one, long[] other) {
        return IntStream.range(0, one.length).mapToLong(i -> one[i] + other[i]).toArray();
    }

    private static Series series(SortedMap<Long, long[]> minutes) {
        return Series.of(minutes.entrySet().stream()
                .map(slot -> new Series.Slot(slot.getKey(), slot.getValue()[0], slot.getValue()[0], slot.getValue()[1]))
                .toList());
    }

    private static Strain strain(SortedMap<Long, long[]> minutes) {
        return Strain.of(minutes.entrySet().stream()
                .filter(slot -> slot.getValue()[2] + slot.getValue()[3] > 0)
                .map(slot -> new Strain.Slot(slot.getKey(), slot.getValue()[2], slot.getValue()[3]))
                .toList());
    }

    private Accounts told() {
        return new Accounts(
                accounts, accounts.values().stream().mapToLong(calls -> calls).sum());
    }
}
