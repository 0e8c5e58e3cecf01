/// Mergeable summaries of fixed size, each with its error bound: distinct counts, histograms, session samples.
@NullMarked
package dev.batchable.profile.sketch;

import org.jspecify.annotations.NullMarked;
