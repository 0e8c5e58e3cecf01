package dev.batchable.simulate;

import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Window;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Replays the arrivals of movable workloads through their target tiers and proposes service levels.
///
/// Problem: whether a deadline is kept, what waits and what falls back cannot be read from daily sums, since it
/// hangs on the order of arrivals, on the submission rule and on the cap that several workloads share. Method: the
/// arrivals of the log minute by minute, batches by the rule ([Batching]), a discrete-event run of every queue
/// ([QueueRun]) with completion times drawn from the target's distribution, and so many runs with other draws.
/// Consequence: every figure is a middle run with the lowest and highest beside it, the same for the same seed;
/// and every call that arrives is accounted for.
public final class Simulator {
    private final Judged judged;
    private final SimulationRequest request;
    private final List<WorkloadProfile> all;
    private final Span span;

    private Simulator(Judged judged, SimulationRequest request) {
        this.judged = judged;
        this.request = request;
        all = judged.judgements().stream()
                .map(judgement -> judgement.workload().profile())
                .toList();
        span = span(judged.window(), all);
    }

    public static Simulation simulate(Judged judged, SimulationRequest request) {
        return new Simulator(judged, request).simulate();
    }

    /// The window, and whatever calls lie beside it.
    private static Span span(Window window, List<WorkloadProfile> all) {
        long start = window.start().getEpochSecond();
        long end = window.end().getEpochSecond();
        for (WorkloadProfile profile : all) {
            start = Math.min(start, profile.activity().first().getEpochSecond());
            Duration slot = Duration.ofMinutes(Resolution.minutes(profile));
            end = Math.max(end, profile.activity().last().plus(slot).getEpochSecond() + 60);
        }
        return new Span(start, end);
    }

    private Simulation simulate() {
        Selection.Result selected = Selection.of(judged, request);
        List<Queues.Queue> queues = new Queues(judged, request).of(selected.chosen());
        List<QueueRuns> queueRuns = queues.stream()
                .map(queue -> new QueueRuns(queue, request, all, span))
                .toList();
        List<WorkloadRuns> workloads = selected.chosen().stream()
                .map(chosen -> new WorkloadRuns(chosen, queues, span))
                .toList();
        for (int run = 0; run < request.runs(); run++) {
            run(queueRuns, workloads);
        }
        return new Simulation(
                setup(),
                workloads.stream().map(WorkloadRuns::figures).toList(),
                queueRuns.stream().map(QueueRuns::figures).toList(),
                selected.leftOut(),
                workloads.stream()
                        .flatMap(runs -> runs.hours().stream())
                        .sorted(Comparator.comparingLong(Simulation.QueueHour::hour)
                                .thenComparing(Simulation.QueueHour::workload))
                        .toList(),
                General.assumptions(queues));
    }

    private static void run(List<QueueRuns> queues, List<WorkloadRuns> workloads) {
        Map<String, List<Fate>> byWorkload = queues.stream()
                .flatMap(queue -> queue.run().stream())
                .collect(Collectors.groupingBy(fate -> fate.batch().lane().workload()));
        workloads.forEach(runs -> runs.add(byWorkload.getOrDefault(runs.name(), List.of())));
    }

    private Simulation.Setup setup() {
        return new Simulation.Setup(
                request.seed(),
                request.runs(),
                judged.window(),
                judged.settings().currency());
    }
}
