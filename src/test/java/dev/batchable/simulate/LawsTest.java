package dev.batchable.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds whatever comes.
class LawsTest {
    private static final List<String> RULES =
            List.of("every:5m", "every:1h", "every:7m", "at:02:00", "at:13:37", "size:1", "size:40", "size:10000");
    private static final CompletionDistribution PRIOR = CompletionDistribution.prior(Tier.BATCH, Duration.ofDays(1));

    private static Lane random(String name, Random chance) {
        Parcels parcels = new Parcels();
        long minute = 0;
        for (int i = 0; i < 400; i++) {
            minute += chance.nextInt(20) == 0 ? chance.nextInt(600) : chance.nextInt(5) + 1;
            long requests = chance.nextInt(30) == 0 ? 500 : chance.nextInt(9) + 1;
            parcels.add(minute * 60 + 30, requests, requests * chance.nextInt(2_000));
        }
        Terms.Limits limits = new Terms.Limits(
                chance.nextBoolean() ? OptionalLong.of(chance.nextInt(50) + 1) : OptionalLong.empty(),
                chance.nextBoolean() ? OptionalLong.of(chance.nextInt(400) + 50) : OptionalLong.empty(),
                chance.nextBoolean() ? OptionalLong.of(chance.nextInt(40_000) + 1) : OptionalLong.empty(),
                chance.nextDouble());
        Duration budget = Duration.ofMinutes(10 + chance.nextInt(3_000));
        return Scene.lane(name, parcels, RULES.get(chance.nextInt(RULES.size())), budget, PRIOR, limits);
    }

    private static Optional<Cap> cap(Random chance) {
        QueueCap.Unit unit = chance.nextBoolean() ? QueueCap.Unit.REQUESTS : QueueCap.Unit.INPUT_TOKENS;
        return chance.nextInt(3) == 0
                ? Optional.empty()
                : Optional.of(new Cap(unit, chance.nextInt(20_000) + 1, "a test"));
    }

    /// [RunFigures] refuses a run that loses or makes up calls; here the sums are taken once more.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCallIsAccountedFor(long seed) {
        Random chance = new Random(seed);
        for (int round = 0; round < 25; round++) {
            Lane one = random("one", chance);
            Lane two = random("two", chance);
            Span span = new Span(0, (chance.nextInt(100) + 40) * Scene.HOUR);
            List<Fate> fates = Scene.run(List.of(one, two), cap(chance), new Draws(seed, round), span);
            for (Lane lane : List.of(one, two)) {
                RunFigures.Counts counts = Scene.figures(lane, fates, span).counts();
                assertThat(counts.completed()
                                + counts.cancelled()
                                + counts.expired()
                                + counts.unsent()
                                + counts.pending())
                        .isEqualTo(lane.arrivals().requests());
                assertThat(tokens(fates, lane)).isEqualTo(lane.arrivals().tokens());
                assertThat(counts.late()).isLessThanOrEqualTo(counts.fellBack());
            }
        }
    }

    private static long tokens(List<Fate> fates, Lane lane) {
        return fates.stream()
                .filter(fate -> fate.batch().lane().equals(lane))
                .mapToLong(fate -> fate.batch().calls().tokens())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void neverEnqueuesMoreThanTheCap(long seed) {
        Random chance = new Random(seed);
        Lane one = random("one", chance);
        Lane two = random("two", chance);
        Cap cap = new Cap(QueueCap.Unit.REQUESTS, 700, "a test");
        List<Batch> coming = QueueRun.inOrder(List.of(Batching.of(one), Batching.of(two)));
        QueueRun.Ended ended = QueueRun.of(coming, Optional.of(cap), new Draws(seed, 0), 500 * Scene.HOUR);
        assertThat(ended.mostEnqueued()).isPositive().isLessThanOrEqualTo(700);
        for (Fate fate : ended.fates()) {
            fate.submittedAt()
                    .ifPresent(at -> assertThat(underWay(ended.fates(), at)).isLessThanOrEqualTo(700));
        }
    }

    private static long underWay(List<Fate> fates, long second) {
        return fates.stream()
                .filter(fate -> fate.submittedAt().isPresent()
                        && fate.submittedAt().getAsLong() <= second
                        && fate.endedAt() > second)
                .mapToLong(fate -> fate.batch().requests())
                .sum();
    }

    @Test
    void nothingIsSubmittedBeforeItCameOrUsedAfterItsTime() {
        Lane lane = random("one", new Random(5));
        Span span = new Span(0, 1_000 * Scene.HOUR);
        for (Fate fate : Scene.run(List.of(lane), Optional.empty(), new Draws(1, 0), span)) {
            Parcels calls = fate.batch().calls();
            for (int i = 0; i < calls.size(); i++) {
                assertThat(fate.endedAt(i)).isGreaterThanOrEqualTo(calls.second(i));
                assertThat(fate.endedAt(i) - calls.second(i))
                        .isLessThanOrEqualTo(lane.deadline().budget());
            }
        }
    }

    @Test
    void oneMoreWorkloadChangesNobodysLuck() {
        Lane one = random("one", new Random(7));
        Lane two = random("two", new Random(8));
        Span span = new Span(0, 200 * Scene.HOUR);
        List<Fate> alone = Scene.run(List.of(one), Optional.empty(), new Draws(3, 0), span);
        List<Fate> both = Scene.run(List.of(two, one), Optional.empty(), new Draws(3, 0), span);
        assertThat(ends(both, one)).isEqualTo(ends(alone, one)).isNotEmpty();
    }

    private static List<String> ends(List<Fate> fates, Lane lane) {
        return fates.stream()
                .filter(fate -> fate.batch().lane().equals(lane))
                .map(fate -> fate.batch().number() + " " + fate.outcome() + " " + fate.endedAt())
                .sorted()
                .toList();
    }

    @Test
    void theSeedAndTheRunDecideTheDraws() {
        Lane lane = random("one", new Random(7));
        List<Double> draws = IntStream.range(0, 4)
                .mapToObj(i -> new Draws(i / 2, i % 2).uniform(new Batch(lane, 0, 0, lane.arrivals())))
                .toList();
        assertThat(draws).doesNotHaveDuplicates().allMatch(draw -> draw > 0 && draw < 1);
    }
}
