package dev.batchable.evaluation.simulated;

import dev.batchable.evaluation.workload.Label;
import java.util.function.Consumer;

/// A kind of workload that companies have.
///
/// @param label of all its calls together
/// @param story who calls when, and who waits
/// @param script makes the calls of one workload of this kind
record Kind(String name, Label label, String story, Consumer<Scene> script) {
    static Kind interactive(String name, String story, Consumer<Scene> script) {
        return new Kind(name, Label.INTERACTIVE, story, script);
    }

    static Kind machine(String name, String story, Consumer<Scene> script) {
        return new Kind(name, Label.MACHINE, story, script);
    }

    static Kind mixed(String name, String story, Consumer<Scene> script) {
        return new Kind(name, Label.MIXED, story, script);
    }
}
