package dev.batchable.evaluation.simulated;

import java.util.List;
import java.util.stream.Stream;

/// All kinds of simulated workloads.
final class Kinds {
    private Kinds() {}

    static List<Kind> all() {
        return Stream.of(People.kinds(), Jobs.kinds(), Unclear.kinds())
                .flatMap(List::stream)
                .toList();
    }
}
