/// Bills summed by meter and day while they are read, before any price or log is laid beside them. Entry points:
/// [BillBuilder] to collect, [BillTotals] to read.
@NullMarked
package dev.batchable.price.bill;

import org.jspecify.annotations.NullMarked;
