package dev.batchable.price;

import dev.batchable.price.CompletionDistribution.Point;
import dev.batchable.profile.BatchHistory;
import dev.batchable.profile.BatchHistory.Jobs;
import dev.batchable.profile.BatchHistory.OfModel;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// When results of a target may be expected: by the user's own batch history of the model where it has enough
/// jobs, else of the provider, else by the prior.
///
/// Of n jobs the one that took i-th longest stands for a share of i ÷ (n + 1), not i ÷ n: the next job may
/// well take longer than all before it, so that even a history without a miss promises nobody everything
/// (Weibull's plotting position; Gumbel, *Statistics of Extremes*, 1958). Jobs that expired or failed are
/// never there.
public final class Completions {
    /// Jobs from which on a history counts.
    public static final int MIN_JOBS = 30;
    /// Days on which they were submitted.
    public static final int MIN_DAYS = 3;

    private static final int SCALE = 6;
    private static final int HUNDRED = 100;
    private static final int HALF = 50;
    private static final int MOST = 90;
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final BatchHistory history;

    Completions(BatchHistory history) {
        this.history = history;
    }

    /// For calls to several models the slower of them counts at every time.
    ///
    /// @param models by the names that the log gives
    ///
    /// @param window what is promised where there is no history
    CompletionDistribution of(Tier target, Set<OfModel> models, Duration window) {
        CompletionDistribution prior = CompletionDistribution.prior(target, window);
        if (target != Tier.BATCH) {
            return prior;
        }
        return models.stream()
                .sorted()
                .map(model -> measured(model).orElse(prior))
                .reduce(CompletionDistribution::slower)
                .orElse(prior);
    }

    private Optional<CompletionDistribution> measured(OfModel model) {
        return measured(Optional.ofNullable(history.byModel().get(model)), model.provider() + " of " + model.model())
                .or(() -> measured(Optional.ofNullable(history.byProvider().get(model.provider())), model.provider()));
    }

    private static Optional<CompletionDistribution> measured(Optional<Jobs> own, String name) {
        return own.filter(jobs -> jobs.all() >= MIN_JOBS && jobs.days() >= MIN_DAYS && jobs.done() > 0)
                .map(jobs -> new CompletionDistribution(points(jobs), false, source(name, jobs)));
    }

    /// Of several percentiles at one time the highest counts.
    private static List<Point> points(Jobs jobs) {
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Integer, Long> percentile : jobs.percentiles().entrySet()) {
            Duration after = Duration.ofMillis(Math.max(percentile.getValue(), LEAST.toMillis()));
            if (!points.isEmpty() && points.get(points.size() - 1).after().compareTo(after) >= 0) {
                points.remove(points.size() - 1);
            }
            points.add(new Point(after, share(jobs, percentile.getKey())));
        }
        return points;
    }

    private static BigDecimal share(Jobs jobs, int percent) {
        return BigDecimal.valueOf(jobs.done() * percent)
                .divide(BigDecimal.valueOf((jobs.all() + 1) * HUNDRED), SCALE, RoundingMode.DOWN);
    }

    private static String source(String name, Jobs jobs) {
        BigDecimal missed = BigDecimal.valueOf((jobs.expired() + jobs.failed()) * HUNDRED)
                .divide(BigDecimal.valueOf(jobs.all()), 1, RoundingMode.HALF_UP);
        return "measured on " + jobs.all() + " batches of your own at " + name + ": of those done half by "
                + time(jobs, HALF) + " and " + MOST + " % by " + time(jobs, MOST) + "; "
                + missed.stripTrailingZeros().toPlainString() + " % expired or failed";
    }

    private static String time(Jobs jobs, int percent) {
        long seconds =
                Duration.ofMillis(jobs.percentiles().getOrDefault(percent, 0L)).toSeconds();
        long minutes = (seconds + 59) / 60;
        return minutes < 120 ? minutes + " min" : (minutes + 59) / 60 + " h";
    }
}
