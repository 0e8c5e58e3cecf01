/// Dated prices with their source, and what every (workload, target tier) pair costs and would save, free of
/// any verdict. Entry points: [PriceBook], [Rating], [Reconciliation].
@NullMarked
package dev.batchable.price;

import org.jspecify.annotations.NullMarked;
