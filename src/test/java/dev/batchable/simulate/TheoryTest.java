package dev.batchable.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.catalog.QueueCap;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the answer is known without a simulation.
class TheoryTest {
    private static final Duration WEEK = Duration.ofDays(7);

    /// Calls that come evenly wait half a period, and Little's law says how many wait: rate × time in the system.
    @Test
    void keepsLittlesLawOnEvenArrivals() {
        Span span = new Span(0, 30 * 24 * Scene.HOUR);
        Lane lane =
                Scene.lane("a", Scene.steady(30 * 24 * 60, 4), "every:30m", WEEK, Scene.always(Duration.ofMinutes(10)));
        RunFigures run = Scene.figures(lane, span);
        double minutes = 15 + 10;
        assertThat(run.backlog().meanRequests().doubleValue()).isCloseTo(4 * minutes, within(0.1));
        assertThat(run.backlog().meanTokens().doubleValue()).isCloseTo(40 * minutes, within(1.0));
        assertThat(run.ages().p50()).isBetween(24 * Scene.MINUTE, 26 * Scene.MINUTE);
        assertThat(run.ages().max()).isEqualTo(40 * Scene.MINUTE);
    }

    /// A lone call in a batch of its own makes its deadline as often as the distribution says.
    @Test
    void hitsAsOftenAsTheDistributionSays() {
        Parcels lone = new Parcels();
        LongStream.range(0, 4_000).forEach(i -> lone.add(i * 10 * Scene.HOUR + 30, 1, 10));
        CompletionDistribution prior = CompletionDistribution.prior(Tier.BATCH, Duration.ofDays(1));
        Lane lane = Scene.lane("a", lone, "every:10m", Duration.ofHours(2), prior);
        RunFigures run = Scene.figures(lane, new Span(0, 40_010 * Scene.HOUR));
        Duration left = Duration.ofHours(2).minusMinutes(5).minusSeconds(570);
        double expected = prior.shareWithin(left).doubleValue();
        double found = run.counts().shareOfSettled(run.counts().completed()).doubleValue();
        assertThat(found).isCloseTo(expected, within(3 * Math.sqrt(expected * (1 - expected) / 4_000)));
    }

    /// A queue that takes half of what comes grows by the other half.
    @Test
    void growsLinearlyUnderACapOfHalfTheLoad() {
        Cap cap = new Cap(QueueCap.Unit.REQUESTS, 60, "a test");
        Lane lane = Scene.lane(
                "a",
                Scene.steady(4 * 24 * 60, 2),
                "every:60m",
                Duration.ofDays(1000),
                Scene.always(Duration.ofHours(1)),
                new Terms.Limits(OptionalLong.empty(), OptionalLong.of(60), OptionalLong.empty(), 1));
        for (int days = 1; days <= 4; days++) {
            Span span = new Span(0, days * 24L * Scene.HOUR);
            List<Fate> fates = Scene.run(List.of(lane), Optional.of(cap), new Draws(1, 0), span);
            long done = fates.stream()
                    .filter(fate -> fate.endedAt() < span.end())
                    .mapToLong(fate -> fate.batch().requests())
                    .sum();
            assertThat(days * 24L * 120 - done).isCloseTo(days * 24L * 60, within(240L));
        }
    }

    /// What the audit reckons without a simulation. It takes every part for as quick as the others, while really a
    /// batch that never ends holds up all that follow, so that it is somewhat below, and its low end, which takes
    /// twice of it, is above.
    @ParameterizedTest
    @CsvSource({"1, 24", "2, 24", "3, 24", "4, 24", "2, 4", "3, 8"})
    void missesAboutAsOftenInPartsAsTheAuditReckons(int parts, int hours) {
        Duration budget = Duration.ofHours(hours);
        CompletionDistribution prior = CompletionDistribution.prior(Tier.BATCH, Duration.ofDays(1));
        double found = fellBack(parts, budget, prior);
        double reckoned = Worked.rated(prior)
                .inParts(parts, List.of())
                .within(budget)
                .missShare()
                .doubleValue();
        assertThat(found).isBetween(reckoned - 0.01, 1.6 * reckoned + 0.01);
    }

    /// Of bursts of several times what the queue holds, far apart.
    private static double fellBack(int parts, Duration budget, CompletionDistribution completion) {
        Parcels bursts = new Parcels();
        LongStream.range(0, 2_000).forEach(i -> bursts.add(i * 2400 * Scene.HOUR + 30, 60L * parts, 60L * parts));
        Terms.Limits limits = new Terms.Limits(OptionalLong.empty(), OptionalLong.of(60), OptionalLong.empty(), 1);
        Duration untilFallback = budget.plusMinutes(5).plusSeconds(30);
        Lane lane = Scene.lane("a", bursts, "every:1m", untilFallback, completion, limits);
        Span span = new Span(0, 2_001 * 2400 * Scene.HOUR);
        Cap cap = new Cap(QueueCap.Unit.REQUESTS, 60, "a test");
        List<Fate> fates = Scene.run(List.of(lane), Optional.of(cap), new Draws(1, 0), span);
        RunFigures run = Scene.figures(lane, fates, span);
        return run.counts().shareOfSettled(run.counts().fellBack()).doubleValue();
    }

    @Test
    void doublesWithTheArrivals() {
        Span span = new Span(0, 48 * Scene.HOUR);
        CompletionDistribution prior = CompletionDistribution.prior(Tier.BATCH, Duration.ofDays(1));
        RunFigures once =
                Scene.figures(Scene.lane("a", Scene.steady(2_400, 3), "every:1h", Duration.ofHours(4), prior), span);
        RunFigures twice =
                Scene.figures(Scene.lane("a", Scene.steady(2_400, 6), "every:1h", Duration.ofHours(4), prior), span);
        assertThat(twice.counts().completed()).isEqualTo(2 * once.counts().completed());
        assertThat(twice.counts().fellBack()).isEqualTo(2 * once.counts().fellBack());
        assertThat(twice.backlog().mostRequests()).isEqualTo(2 * once.backlog().mostRequests());
        assertThat(twice.ages()).isEqualTo(once.ages());
        assertThat(once.counts().fellBack()).isPositive();
    }

    /// The first draws of many generators with neighbouring seeds are as even as one generator's.
    @Test
    void drawsEvenlyOverBatches() {
        Lane lane = Scene.lane("a", Scene.steady(1, 1), "every:1h", WEEK, Scene.always(Duration.ofHours(1)));
        int[] tenths = new int[10];
        for (int number = 0; number < 100_000; number++) {
            Batch batch = new Batch(lane, number, 0, lane.arrivals());
            tenths[(int) (new Draws(1, 0).uniform(batch) * 10)]++;
        }
        // Chi-square with 9 degrees of freedom: 27.9 is exceeded once in a thousand seeds.
        double chiSquare = 0;
        for (int tenth : tenths) {
            chiSquare += Math.pow(tenth - 10_000, 2) / 10_000;
        }
        assertThat(chiSquare).isLessThan(27.9);
    }

    /// The same on every Java: WELL512a and the hash are integer arithmetic.
    @Test
    void drawsTheSameEverywhere() {
        Lane lane = Scene.lane("a", Scene.steady(1, 1), "every:1h", WEEK, Scene.always(Duration.ofHours(1)));
        assertThat(new Draws(1, 0).uniform(new Batch(lane, 0, 0, lane.arrivals())))
                .isEqualTo(0.3328100922154005);
    }
}
