/// Labelled workloads as logs show them, and what may happen to a log on its way.
package dev.batchable.evaluation.workload;
