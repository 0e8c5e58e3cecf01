package dev.batchable.simulate;

import dev.batchable.price.CompletionDistribution;
import dev.batchable.price.CompletionDistribution.Point;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Lanes and runs by hand; the first minute is 0.
final class Scene {
    static final long MINUTE = 60;
    static final long HOUR = 3600;
    static final Terms.Limits NO_LIMITS =
            new Terms.Limits(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 1);

    private Scene() {}

    /// Every batch takes exactly so long.
    static CompletionDistribution always(Duration time) {
        return new CompletionDistribution(List.of(new Point(time, BigDecimal.ONE)), true, "a test");
    }

    /// This share of batches after each time; the rest never.
    static CompletionDistribution steps(Duration first, String share, Duration second, String more) {
        return new CompletionDistribution(
                List.of(new Point(first, new BigDecimal(share)), new Point(second, new BigDecimal(more))),
                true,
                "a test");
    }

    /// So many calls with ten tokens each in every minute.
    static Parcels steady(long minutes, long requests) {
        Parcels parcels = new Parcels();
        for (long minute = 0; minute < minutes; minute++) {
            parcels.add(minute * MINUTE + 30, requests, requests * 10);
        }
        return parcels;
    }

    static Lane lane(String name, Parcels arrivals, String rule, Duration budget, CompletionDistribution completion) {
        return lane(name, arrivals, rule, budget, completion, NO_LIMITS);
    }

    static Lane lane(
            String name,
            Parcels arrivals,
            String rule,
            Duration budget,
            CompletionDistribution completion,
            Terms.Limits limits) {
        return new Lane(
                name,
                "openai/gpt-4.1",
                arrivals,
                new Terms(
                        new Terms.Deadline(budget.toSeconds(), 300, 1_000_000),
                        Submission.parse(rule),
                        ZoneOffset.UTC,
                        new Terms.Course(completion, Duration.ofDays(1000).toSeconds()),
                        limits));
    }

    /// All fates of one run.
    static List<Fate> run(List<Lane> lanes, Optional<Cap> cap, Draws draws, Span span) {
        List<Batching.Formed> formed = lanes.stream().map(Batching::of).toList();
        List<Fate> fates = new ArrayList<>(
                QueueRun.of(QueueRun.inOrder(formed), cap, draws, span.end()).fates());
        formed.forEach(lane -> fates.addAll(lane.unsent()));
        return fates;
    }

    static RunFigures figures(Lane lane, List<Fate> fates, Span span) {
        List<Fate> own =
                fates.stream().filter(fate -> fate.batch().lane().equals(lane)).toList();
        return RunFigures.of(Backlog.arrivals(List.of(lane)), own, span, Long.MAX_VALUE / 2);
    }

    static RunFigures figures(Lane lane, Span span) {
        return figures(lane, run(List.of(lane), Optional.empty(), new Draws(1, 0), span), span);
    }
}
