package dev.batchable.simulate;

import dev.batchable.checklist.evidence.Wording;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// The service level of deferred work, by one rule: the promise is what the slowest run kept for 99 % of results,
/// in whole quarters of an hour, and no more than the budget; the alert comes so early that, once it is noticed,
/// what is left can be run again before the deadline.
///
/// Reference: Google, *The Site Reliability Workbook* (2018), chapters 2 (Implementing SLOs) and 13 (Data Processing
/// Pipelines: freshness as "x % of data processed in y" and as the age of the oldest).
final class DeferredLevels {
    private DeferredLevels() {}

    /// How long before their deadline calls are given up, at most.
    static Duration lead(List<Lane> lanes) {
        long most = 0;
        for (Lane lane : lanes) {
            for (int i = 0; i < lane.arrivals().size(); i++) {
                most = Math.max(most, lane.deadline().lead(lane.arrivals().requests(i)));
            }
        }
        return Duration.ofSeconds(most);
    }

    /// Age of the oldest call at which to alert.
    static Duration alertAge(Duration budget, Duration lead) {
        Duration age = budget.minus(lead).minusMinutes((long) SimulationRules.DETECTION.value());
        return age.isNegative() ? Duration.ZERO : age;
    }

    static Simulation.DeferredLevel of(Duration budget, Duration alertAge, List<RunFigures> runs) {
        long slowest =
                runs.stream().mapToLong(run -> run.ages().resultP99()).max().orElse(0);
        boolean kept = slowest <= budget.toSeconds();
        Duration rounded = quarters(slowest);
        Duration within = kept && rounded.compareTo(budget) > 0 ? budget : rounded;
        return new Simulation.DeferredLevel(
                BigDecimal.valueOf(SimulationRules.OBJECTIVE.value()),
                within,
                kept,
                alertAge,
                Spread.count(runs, run -> run.batches().alerts()),
                errorBudget(runs));
    }

    private static Duration quarters(long seconds) {
        long unit = Duration.ofMinutes((long) SimulationRules.ROUNDING.value()).toSeconds();
        return Duration.ofSeconds(-Math.floorDiv(-seconds, unit) * unit);
    }

    private static String errorBudget(List<RunFigures> runs) {
        long arrived = runs.get(0).counts().arrived();
        long may = (long) (arrived * (1 - SimulationRules.OBJECTIVE.value()));
        Spread late = Spread.count(runs, run -> run.counts().late());
        return "of " + Wording.plural(arrived, "result") + " " + Wording.count(may)
                + " may be later in the days read; after their deadline came "
                + Wording.count(late.middle().longValue())
                + (late.low().compareTo(late.high()) == 0
                        ? ""
                        : " (" + Wording.count(late.low().longValue()) + " to "
                                + Wording.count(late.high().longValue()) + " by run)");
    }
}
