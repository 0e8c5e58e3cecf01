/// The pipeline from files to report in one readable method: [Audit].
@NullMarked
package dev.batchable.audit;

import org.jspecify.annotations.NullMarked;
