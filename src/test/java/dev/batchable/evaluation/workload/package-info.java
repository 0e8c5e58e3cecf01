/// Labelled workloads as logs show them, and what may happen to a log on its way.
@NullMarked
package dev.batchable.evaluation.workload;

import org.jspecify.annotations.NullMarked;
