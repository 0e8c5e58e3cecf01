/// Compares two saved reports: what changed in spend and savings and why, and whether work that was moved saved
/// what was projected without harm to anybody. Reads reports and nothing else. Entry point: [Diff].
@NullMarked
package dev.batchable.diff;

import org.jspecify.annotations.NullMarked;
