/// Judges a report against the limits of a [GatePolicy]; reads nothing but the report.
@NullMarked
package dev.batchable.gate;

import org.jspecify.annotations.NullMarked;
