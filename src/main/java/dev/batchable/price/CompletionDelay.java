package dev.batchable.price;

import dev.batchable.price.CompletionDistribution.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/// How many hours the results of one job are late, where those that miss the budget are run again when it
/// ends.
///
/// Problem: a median says nothing about the few jobs that take most of a day, and these make up half of all
/// waiting. Method: with F the share of jobs done by a time, a job is late by min(time, budget) on average,
/// which is the area above F up to the budget: ∫ (1 − F) dt. Between two points F is a + k · ln(t ÷ t₀), so
/// the area has a closed form. After the last point nothing more arrives, so what is missing then is run
/// again at once. Consequence: no sampling, and every machine gets the same hours.
///
/// The pessimistic end counts every job beyond the median twice, as the low saving takes the missed share
/// twice; the optimistic end is the median.
final class CompletionDelay {
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final int SCALE = 6;
    private static final double HALF = 0.5;

    private final List<Point> points;
    private final double end;
    private final long parts;

    /// @param parts that follow one another within the budget; at least one
    CompletionDelay(CompletionDistribution completion, Duration budget, long parts) {
        points = completion.points();
        this.parts = parts;
        end = Math.min(hours(budget) / parts, at(points.size() - 1));
    }

    /// Hours; low is the pessimistic end, the longest.
    Range hours() {
        double median = Math.min(median(), end);
        double expected = late(0, end);
        double pessimistic = median + 2 * late(median, end);
        return new Range(
                decimal(Math.max(pessimistic, expected)), decimal(expected), decimal(Math.min(median, expected)));
    }

    /// The first time by which half are done; the end where half never are.
    private double median() {
        int reached = 0;
        while (reached < points.size() && share(reached) < HALF) {
            reached++;
        }
        if (reached == 0 || reached == points.size()) {
            return at(Math.min(reached, points.size() - 1));
        }
        double position = (HALF - share(reached - 1)) / (share(reached) - share(reached - 1));
        return at(reached - 1) * StrictMath.pow(at(reached) / at(reached - 1), position);
    }

    /// Hours of waiting between two times: the area above F.
    private double late(double from, double to) {
        double area = Math.max(0, Math.min(to, at(0)) - from);
        for (int i = 0; i + 1 < points.size(); i++) {
            double begin = Math.max(from, at(i));
            double until = Math.min(to, at(i + 1));
            area += begin < until ? above(i, begin, until) : 0;
        }
        return area;
    }

    private double above(int i, double begin, double until) {
        double slope = (share(i + 1) - share(i)) / StrictMath.log(at(i + 1) / at(i));
        return (1 - share(i)) * (until - begin) - slope * (antiderivative(i, until) - antiderivative(i, begin));
    }

    /// Of ln(t ÷ t₀).
    private double antiderivative(int i, double time) {
        return time * StrictMath.log(time / at(i)) - time;
    }

    private double at(int i) {
        return hours(points.get(i).after());
    }

    private double share(int i) {
        return points.get(i).share().doubleValue();
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / MILLIS_PER_HOUR;
    }

    private BigDecimal decimal(double hours) {
        return new BigDecimal(hours * parts).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
