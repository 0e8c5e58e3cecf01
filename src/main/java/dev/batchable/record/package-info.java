/// One model call, one usage bucket or one charge, whichever file it came from: plain data that every later
/// stage may read. Knows nothing of formats, prices or reports.
@NullMarked
package dev.batchable.record;

import org.jspecify.annotations.NullMarked;
