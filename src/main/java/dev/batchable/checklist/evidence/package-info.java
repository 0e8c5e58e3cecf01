/// A workload as the questions see it and what its logs show: runs, a schedule, spells of errors, and the signals
/// of whether a user waits, before any answer is given. Entry points: [Subject], [Signals].
@NullMarked
package dev.batchable.checklist.evidence;

import org.jspecify.annotations.NullMarked;
