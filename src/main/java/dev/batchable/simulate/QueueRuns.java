package dev.batchable.simulate;

import dev.batchable.profile.WorkloadProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// All runs of one queue, one after the other: of each only its figures are kept.
final class QueueRuns {
    private final Queues.Queue queue;
    private final SimulationRequest request;
    private final List<WorkloadProfile> all;
    private final Span span;
    private final List<Batch> coming;
    private final Optional<String> unknown;
    private final PeakLoad before;
    private final PeakLoad rest;
    private final List<Figures> runs = new ArrayList<>();

    /// @param all workloads of the audit, since those that stay draw on the same realtime limits
    QueueRuns(Queues.Queue queue, SimulationRequest request, List<WorkloadProfile> all, Span span) {
        this.queue = queue;
        this.request = request;
        this.all = all;
        this.span = span;
        coming = QueueRun.inOrder(queue.formed());
        unknown = PeakLoad.unknown(queue, all);
        before = PeakLoad.before(queue.scope(), all, span);
        rest = before.without(queue);
    }

    /// What one run showed of the queue and of the realtime load beside it.
    private record Figures(long heldSeconds, long mostEnqueued, long peakRequests, long peakTokens) {}

    Queues.Queue queue() {
        return queue;
    }

    /// Runs once more.
    ///
    /// @return what became of all batches, in no order
    List<Fate> run() {
        Draws draws = new Draws(request.seed(), runs.size());
        QueueRun.Ended ended = QueueRun.of(coming, queue.cap(), draws, span.end());
        List<Fate> fates = new ArrayList<>(ended.fates());
        queue.formed().forEach(formed -> fates.addAll(formed.unsent()));
        PeakLoad after = unknown.isPresent() ? rest : rest.with(fates);
        runs.add(new Figures(ended.heldSeconds(), ended.mostEnqueued(), after.mostRequests(), after.mostTokens()));
        return fates;
    }

    /// The run that stands for all is the one in the middle by the busiest realtime minute left, then by time held.
    Simulation.Queue figures() {
        runs.sort(Comparator.comparingLong(Figures::peakTokens)
                .thenComparingLong(Figures::peakRequests)
                .thenComparingLong(Figures::heldSeconds)
                .thenComparingLong(Figures::mostEnqueued));
        return new Simulation.Queue(
                queue.scope().name(),
                queue.target(),
                queue.lanes().stream().map(Lane::workload).distinct().toList(),
                queue.cap(),
                Spread.count(runs, Figures::heldSeconds),
                Spread.count(runs, Figures::mostEnqueued),
                headroom(),
                RealtimeLevels.of(queue, all));
    }

    private Simulation.Headroom headroom() {
        return unknown.isPresent()
                ? new Simulation.Headroom(unknown, Optional.empty(), Optional.empty())
                : new Simulation.Headroom(
                        unknown,
                        Optional.of(peak(before.mostRequests(), Figures::peakRequests)),
                        Optional.of(peak(before.mostTokens(), Figures::peakTokens)));
    }

    private Simulation.Peak peak(long most, ToLongFunction<Figures> after) {
        return new Simulation.Peak(
                most, Spread.count(runs, after), Spread.count(runs, run -> most - after.applyAsLong(run)));
    }
}
