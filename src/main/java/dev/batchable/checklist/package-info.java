/// The six questions, their answers with evidence, and the verdict chosen from answers and ratings. Entry
/// point: [Checklist].
@NullMarked
package dev.batchable.checklist;

import org.jspecify.annotations.NullMarked;
