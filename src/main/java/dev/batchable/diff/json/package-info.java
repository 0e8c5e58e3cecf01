/// Writes a comparison as JSON, member by member.
@NullMarked
package dev.batchable.diff.json;

import org.jspecify.annotations.NullMarked;
