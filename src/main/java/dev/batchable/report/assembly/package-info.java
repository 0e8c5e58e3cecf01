/// Puts a report together from what the stages before found out. Entry point: [ReportAssembly], from [AuditFacts].
@NullMarked
package dev.batchable.report.assembly;

import org.jspecify.annotations.NullMarked;
