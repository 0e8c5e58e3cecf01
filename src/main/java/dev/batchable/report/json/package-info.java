/// `report.json`: a report written and read member by member, in the order of its schema. Entry point:
/// [JsonReport].
@NullMarked
package dev.batchable.report.json;

import org.jspecify.annotations.NullMarked;
