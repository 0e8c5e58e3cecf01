package dev.batchable.price;

import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When results arrive on a deferred tier: a distribution, not "24 hours".
///
/// Known points are joined by straight lines over the logarithm of time, because completion times of queues
/// span three decades. Before the first point nothing is promised and after the last nothing more arrives, so
/// both ends err towards missing a deadline.
///
/// @param points ascending in time and in share; at least one
/// @param assumed whether it is a prior and not the user's own history
/// @param source where the points come from
public record CompletionDistribution(List<Point> points, boolean assumed, String source) {
    /// Share of results that are there at the latest `after` submission, 0–1.
    public record Point(Duration after, BigDecimal share) {}

    /// Six decimals of a share; rounding is downward, towards missing.
    private static final int SCALE = 6;

    private static final List<Point> BATCH_PRIOR =
            List.of(point(Duration.ofMinutes(7), "0.5"), point(Duration.ofHours(1), "0.9"));
    private static final BigDecimal BY_THE_WINDOW = new BigDecimal("0.98");
    private static final String BATCH_SOURCE =
            "half by 7 min and 90 % by 1 h: 230,000 batches, OpenRouter batch API blog, 2026;"
                    + " 98 % by the window: assumed";

    private static final List<Point> FLEX_PRIOR = List.of(point(Duration.ofMinutes(15), "0.99"));
    private static final String FLEX_SOURCE =
            "99 % within 15 min: client timeout and target latency in the flex guides of OpenAI and Gemini, 2026";

    public CompletionDistribution {
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).after().compareTo(points.get(i - 1).after()) <= 0
                    || points.get(i).share().compareTo(points.get(i - 1).share()) < 0) {
                throw new IllegalArgumentException("points of a completion distribution must ascend");
            }
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a completion distribution needs a point");
        }
    }

    /// What is assumed of a target of which the user has no history.
    ///
    /// @param window what the provider promises from submission to the last result; flex has its own bound
    public static CompletionDistribution prior(Tier target, Duration window) {
        if (target == Tier.FLEX) {
            return new CompletionDistribution(FLEX_PRIOR, true, FLEX_SOURCE);
        }
        List<Point> points = new ArrayList<>(BATCH_PRIOR);
        points.removeIf(point -> point.after().compareTo(window) >= 0);
        points.add(new Point(window, BY_THE_WINDOW));
        return new CompletionDistribution(points, true, BATCH_SOURCE);
    }

    /// Share of results expected within `budget` of submission, 0–1, to six decimals.
    public BigDecimal shareWithin(Duration budget) {
        int next = 0;
        while (next < points.size() && points.get(next).after().compareTo(budget) <= 0) {
            next++;
        }
        if (next == 0) {
            return BigDecimal.ZERO;
        }
        Point before = points.get(next - 1);
        if (next == points.size() || before.after().equals(budget)) {
            return before.share();
        }
        return between(before, points.get(next), budget);
    }

    /// At every time the smaller share of the two, which is exact at their points.
    CompletionDistribution slower(CompletionDistribution other) {
        if (points.equals(other.points)) {
            return this;
        }
        List<Point> slower = Stream.concat(points.stream(), other.points.stream())
                .map(Point::after)
                .distinct()
                .sorted()
                .map(after -> new Point(after, shareWithin(after).min(other.shareWithin(after))))
                .toList();
        return new CompletionDistribution(slower, assumed || other.assumed, source + "; or slower: " + other.source);
    }

    /// Share of results that miss `budget`: later than it, or never.
    public BigDecimal missShare(Duration budget) {
        return BigDecimal.ONE.subtract(shareWithin(budget));
    }

    /// The inverse of [#shareWithin]: when the result is there that comes after a share of all results, 0–1; empty
    /// where so many never arrive.
    public Optional<Duration> timeOf(double share) {
        for (int i = 0; i < points.size(); i++) {
            if (share <= points.get(i).share().doubleValue()) {
                return Optional.of(i == 0 ? points.get(0).after() : within(points.get(i - 1), points.get(i), share));
            }
        }
        return Optional.empty();
    }

    private static Duration within(Point before, Point after, double share) {
        double from = before.share().doubleValue();
        double position = (share - from) / (after.share().doubleValue() - from);
        double factor = StrictMath.pow(ratio(after.after(), before.after()), position);
        return Duration.ofMillis((long) StrictMath.ceil(before.after().toMillis() * factor));
    }

    /// `StrictMath`, so that every machine gets the same bits.
    private static BigDecimal between(Point before, Point after, Duration budget) {
        double position =
                StrictMath.log(ratio(budget, before.after())) / StrictMath.log(ratio(after.after(), before.after()));
        BigDecimal rise = after.share().subtract(before.share());
        return before.share().add(rise.multiply(new BigDecimal(position))).setScale(SCALE, RoundingMode.DOWN);
    }

    private static double ratio(Duration duration, Duration unit) {
        return (double) duration.toMillis() / unit.toMillis();
    }

    private static Point point(Duration after, String share) {
        return new Point(after, new BigDecimal(share));
    }
}
