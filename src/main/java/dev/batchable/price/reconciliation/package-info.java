/// A bill laid against rated logs, model by model: what the logs explain of it, and a named residual for the rest.
/// Entry point: [Reconciler]; its result is a [Reconciliation].
@NullMarked
package dev.batchable.price.reconciliation;

import org.jspecify.annotations.NullMarked;
