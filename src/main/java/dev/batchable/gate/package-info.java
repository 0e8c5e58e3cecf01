/// Judges a report against the limits of a [GatePolicy] and says what became of the waivers; reads nothing but
/// the report and the policy. Entry point: [Gate].
@NullMarked
package dev.batchable.gate;

import org.jspecify.annotations.NullMarked;
