/// A seeded generator of workloads whose truth is known.
@NullMarked
package dev.batchable.evaluation.simulated;

import org.jspecify.annotations.NullMarked;
