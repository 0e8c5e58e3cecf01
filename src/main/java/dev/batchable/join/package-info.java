/// One call once: drops copies of a call that several exports hold, and finds repeats of the same work.
@NullMarked
package dev.batchable.join;

import org.jspecify.annotations.NullMarked;
