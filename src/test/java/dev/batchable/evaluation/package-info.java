/// Judges labelled workloads and counts where the judgement is right, wrong or missing.
package dev.batchable.evaluation;
