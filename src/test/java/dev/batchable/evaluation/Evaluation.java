package dev.batchable.evaluation;

import dev.batchable.evaluation.workload.LogSurface;
import dev.batchable.evaluation.workload.Workload;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Judges workloads as they are, on every surface.
final class Evaluation {
    private static final Assessor ASSESSOR = new Assessor(ZoneOffset.UTC, EnumSet.allOf(Mode.class));

    private Evaluation() {}

    static List<Judged> of(List<Supplier<Workload>> workloads) {
        return workloads.parallelStream()
                .map(Supplier::get)
                .flatMap(Evaluation::onAllSurfaces)
                .toList();
    }

    private static Stream<Judged> onAllSurfaces(Workload workload) {
        return Stream.of(LogSurface.values()).flatMap(surface -> ASSESSOR.judge(workload.on(surface)).stream());
    }
}
