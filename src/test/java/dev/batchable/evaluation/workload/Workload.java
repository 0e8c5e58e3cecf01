package dev.batchable.evaluation.workload;

import java.util.function.UnaryOperator;

/// Labelled traffic under one key.
public record Workload(Origin origin, Traffic traffic) {
    public Workload on(LogSurface surface) {
        return new Workload(origin.on(surface), surface.of(traffic));
    }

    public Workload distorted(UnaryOperator<Traffic> distortion) {
        return new Workload(origin, distortion.apply(traffic));
    }

    public Label label() {
        return traffic.label();
    }
}
