/// The whole result as data, versioned; everything any renderer, `explain` or a gate needs. Entry point:
/// [AuditReport].
@NullMarked
package dev.batchable.report;

import org.jspecify.annotations.NullMarked;
