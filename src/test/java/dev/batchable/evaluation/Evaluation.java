package dev.batchable.evaluation;

import dev.batchable.evaluation.simulated.Simulation;
import dev.batchable.evaluation.workload.Label;
import dev.batchable.evaluation.workload.LogSurface;
import dev.batchable.evaluation.workload.TraceFolder;
import dev.batchable.evaluation.workload.Traffic;
import dev.batchable.evaluation.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Labelled workloads and what the checklist makes of them, as they are and distorted.
///
/// @param judged every workload on every surface once, undistorted
record Evaluation(String title, List<Judged> judged, List<Change> changes) {
    private static final Assessor ASSESSOR = new Assessor(ZoneOffset.UTC, EnumSet.allOf(Mode.class));
    /// A bare log shows nothing under distortion that a plain one does not show.
    private static final Set<LogSurface> DISTORTED = EnumSet.of(LogSurface.RICH, LogSurface.PLAIN);

    Evaluation {
        judged = List.copyOf(judged);
        changes = List.copyOf(changes);
    }

    /// Workloads as they are, each on every surface.
    static List<Judged> undistorted(List<Supplier<Workload>> workloads) {
        return workloads.parallelStream()
                .map(Supplier::get)
                .flatMap(workload -> surfaces(workload, EnumSet.allOf(LogSurface.class)))
                .flatMap(workload -> ASSESSOR.judge(workload).stream())
                .toList();
    }

    /// @param seeds how many of each kind and size
    /// @param distortedSeeds how many of them are distorted too
    static Evaluation simulated(int seeds, int distortedSeeds) {
        Stream<Change> distorted = Simulation.all(distortedSeeds).parallelStream()
                .map(Supplier::get)
                .flatMap(workload -> surfaces(workload, DISTORTED))
                .flatMap(Robustness::of);
        Stream<Change> merged = Simulation.pairs().parallelStream().flatMap(Evaluation::merged);
        return new Evaluation(
                "Simulated workloads",
                undistorted(Simulation.all(seeds)),
                Stream.concat(distorted, merged).toList());
    }

    private static Stream<Change> merged(Simulation.Pair pair) {
        Workload interactive = pair.interactive().get();
        Workload machine = pair.machine().get();
        return DISTORTED.stream().flatMap(surface -> Robustness.merged(interactive.on(surface), machine.on(surface)));
    }

    /// @throws IOException where the folder holds no labels
    static Evaluation traces(Path folder) throws IOException {
        List<Workload> traces = new TraceFolder(folder)
                .workloads().parallelStream().map(Supplier::get).toList();
        Stream<Change> merged = of(traces, Label.INTERACTIVE)
                .flatMap(one -> of(traces, Label.MACHINE)
                        .filter(other -> widths(one.traffic()).equals(widths(other.traffic())))
                        .flatMap(other -> Robustness.merged(one, other)));
        return new Evaluation(
                "Traces",
                traces.stream().flatMap(trace -> ASSESSOR.judge(trace).stream()).toList(),
                Stream.concat(traces.parallelStream().flatMap(Robustness::of), merged)
                        .toList());
    }

    /// Widths of buckets; no log holds calls and totals of one key, or totals of two widths.
    private static Set<Duration> widths(Traffic traffic) {
        return traffic.totals().stream().map(total -> total.bucket().width()).collect(Collectors.toSet());
    }

    private static Stream<Workload> of(List<Workload> workloads, Label label) {
        return workloads.stream().filter(workload -> workload.label() == label);
    }

    private static Stream<Workload> surfaces(Workload workload, Set<LogSurface> surfaces) {
        return surfaces.stream().map(workload::on);
    }

    String text() {
        return "# " + title + "\n\n" + Failures.of(this).text() + "\n" + new Scores(judged).text()
                + "\n## Distorted logs (" + Change.MODE.text() + ")\n\n" + Robustness.table(changes);
    }
}
