package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.mixed;

import dev.batchable.evaluation.workload.Label;
import java.util.List;

/// Work that is waited for in part, or of which only its owner knows.
final class Unclear {
    private static final Style EVENT = Style.JOB.labelled(Label.MIXED);

    private Unclear() {}

    static List<Kind> kinds() {
        return List.of(mixed(
                "webhooks",
                "one call per event of a business system in use by day; the sender may wait for it or not",
                scene -> Curve.OFFICE.arrivals(scene, 400, at -> scene.call(EVENT, at))));
    }
}
