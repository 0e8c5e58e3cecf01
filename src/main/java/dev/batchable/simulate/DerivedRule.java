package dev.batchable.simulate;

import dev.batchable.checklist.Reserve;
import dev.batchable.price.CompletionDistribution;
import java.time.Duration;
import java.util.List;

/// The submission rule where none is given: the longest of some usual periods at which a batch is done in time for
/// its oldest call in nine cases of ten. Fewer, larger batches are cheaper to run and lose nothing by that.
///
/// A batch has what the budget leaves after the period, which its oldest call may have waited, and after the
/// reserve for a re-run. Where no period is short enough, the shortest is taken, and the fallbacks will show it.
final class DerivedRule {
    private static final List<Duration> PERIODS = List.of(
            Duration.ofHours(12),
            Duration.ofHours(6),
            Duration.ofHours(4),
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofMinutes(10),
            Duration.ofMinutes(5));

    private DerivedRule() {}

    static Submission.Every of(Duration budget, CompletionDistribution completion) {
        Duration left = budget.minus(Reserve.of(budget));
        Duration period = PERIODS.stream()
                .filter(candidate -> SimulationRules.MISSED.keptBy(
                        completion.missShare(left.minus(candidate)).doubleValue()))
                .findFirst()
                .orElse(PERIODS.get(PERIODS.size() - 1));
        return new Submission.Every(period);
    }
}
