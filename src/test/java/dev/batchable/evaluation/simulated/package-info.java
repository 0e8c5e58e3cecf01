/// A seeded generator of workloads whose truth is known.
package dev.batchable.evaluation.simulated;
