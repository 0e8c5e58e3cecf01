package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.interactive;

import java.util.List;

/// Work that people wait for.
final class People {
    private People() {}

    static List<Kind> kinds() {
        return List.of(interactive(
                "two-zone-chat",
                "a chat product with customers in two zones eight hours apart",
                scene -> Curve.CONSUMERS
                        .andShifted(8)
                        .arrivals(scene, 150, at -> Talk.hold(scene, Style.CHAT, 400, at))));
    }
}
