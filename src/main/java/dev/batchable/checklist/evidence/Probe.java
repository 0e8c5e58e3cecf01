package dev.batchable.checklist.evidence;

import dev.batchable.checklist.evidence.Signal.Family;
import java.util.List;
import java.util.function.Function;

/// One thing looked at for whether a user waits: what the documentation says of a signal, and the signal itself.
///
/// @param id the name that its evidence carries
/// @param looksAt the trait of the traffic
/// @param needs what a workload must have for it to apply
/// @param error how the error of its figure is measured
/// @param weighings what it adds, and when
/// @param limits what cannot be concluded from it
/// @param look pure: the same workload gives the same signal
public record Probe(
        String id,
        Family family,
        String looksAt,
        String needs,
        String error,
        List<Weighing> weighings,
        String limits,
        Function<Subject, Signal> look) {
    public Probe {
        weighings = List.copyOf(weighings);
    }

    /// A weight and the finding that earns it.
    ///
    /// @param when a noun phrase, such as `pauses in half of the sessions`
    public record Weighing(Rule weight, String when) {
        /// Whether it speaks for nobody waiting.
        public boolean forNobody() {
            return weight.value() > 0;
        }
    }
}
