/// Judges labelled workloads and counts where the judgement is right, wrong or missing.
@NullMarked
package dev.batchable.evaluation;

import org.jspecify.annotations.NullMarked;
