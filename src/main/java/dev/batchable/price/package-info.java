/// What the calls of every workload cost, and what every (workload, target tier) pair would save, free of any
/// verdict. Entry point: [Rating].
@NullMarked
package dev.batchable.price;

import org.jspecify.annotations.NullMarked;
