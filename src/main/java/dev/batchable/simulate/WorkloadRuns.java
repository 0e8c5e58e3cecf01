package dev.batchable.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All runs of one workload, whatever queues its calls go to: of each only its figures are kept, and of the first
/// the queue by the hour.
final class WorkloadRuns {
    private final Chosen chosen;
    private final List<Lane> lanes;
    private final List<Backlog.Change> arrivals;
    private final List<RunFigures> runs = new ArrayList<>();
    private final List<Simulation.QueueHour> hours = new ArrayList<>();
    private final Duration lead;
    private final Span span;

    WorkloadRuns(Chosen chosen, List<Queues.Queue> queues, Span span) {
        this.chosen = chosen;
        this.span = span;
        lanes = queues.stream()
                .flatMap(queue -> queue.lanes().stream())
                .filter(lane -> lane.workload().equals(chosen.name()))
                .toList();
        arrivals = Backlog.arrivals(lanes);
        lead = DeferredLevels.lead(lanes);
    }

    /// @param fates what became of its batches in one run more
    void add(List<Fate> fates) {
        if (runs.isEmpty()) {
            hours.addAll(Hours.of(chosen.name(), fates, span));
        }
        runs.add(RunFigures.of(arrivals, fates, span, alertAge().toSeconds()));
    }

    String name() {
        return chosen.name();
    }

    List<Simulation.QueueHour> hours() {
        return hours;
    }

    /// The run that stands for all is the one in the middle by fallbacks, of equals by the age of the oldest call.
    Simulation.Workload figures() {
        runs.sort(Comparator.comparingLong((RunFigures run) -> run.counts().fellBack())
                .thenComparingLong(run -> run.ages().max())
                .thenComparing(run -> run.backlog().meanRequests()));
        return new Simulation.Workload(
                chosen.name(),
                chosen.deferral().judgement().verdict(),
                new Simulation.Plan(
                        chosen.target(),
                        chosen.deferral().share(),
                        chosen.budget(),
                        chosen.budgetOrigin(),
                        chosen.submission(),
                        lead,
                        chosen.completion()),
                calls(),
                Costs.of(chosen, runs),
                DeferredLevels.of(chosen.budget(), alertAge(), runs),
                Assumed.with(
                        chosen,
                        runs.stream()
                                .mapToLong(run -> run.batches().largestRequests())
                                .max()
                                .orElse(0)));
    }

    private Duration alertAge() {
        return DeferredLevels.alertAge(chosen.budget(), lead);
    }

    private Simulation.Figures calls() {
        return new Simulation.Figures(
                runs.get(0).counts().arrived(),
                lanes.stream().mapToLong(lane -> lane.arrivals().tokens()).sum(),
                Spread.count(runs, run -> run.counts().completed()),
                Spread.count(runs, run -> run.counts().fellBack()),
                new Simulation.Reasons(
                        Spread.count(runs, run -> run.counts().cancelled()),
                        Spread.count(runs, run -> run.counts().expired()),
                        Spread.count(runs, run -> run.counts().unsent())),
                Spread.count(runs, run -> run.counts().pending()),
                Spread.count(runs, run -> run.counts().late()),
                Spread.over(
                        runs, run -> run.counts().shareOfSettled(run.counts().completed())),
                Spread.over(
                        runs, run -> run.counts().shareOfSettled(run.counts().fellBack())),
                ages(),
                waiting(),
                batches());
    }

    private Simulation.Ages ages() {
        return new Simulation.Ages(
                Spread.count(runs, run -> run.ages().p50()),
                Spread.count(runs, run -> run.ages().p95()),
                Spread.count(runs, run -> run.ages().max()),
                Spread.count(runs, run -> run.ages().resultP99()));
    }

    private Simulation.Waiting waiting() {
        return new Simulation.Waiting(
                Spread.count(runs, run -> run.backlog().mostRequests()),
                Spread.over(runs, run -> run.backlog().meanRequests()),
                Spread.count(runs, run -> run.backlog().mostTokens()),
                Spread.over(runs, run -> run.backlog().meanTokens()));
    }

    private Simulation.Batches batches() {
        return new Simulation.Batches(
                Spread.count(runs, run -> run.batches().submitted()),
                Spread.count(runs, run -> run.batches().largestRequests()),
                Spread.count(runs, run -> run.batches().largestTokens()));
    }
}
