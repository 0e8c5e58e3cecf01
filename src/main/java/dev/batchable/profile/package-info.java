/// What a workload did, as sums, series and sketches whose merge is commutative and associative, so that any
/// split, order or number of threads gives the same profile. Entry points: [ProfileBuilder] to collect,
/// [WorkloadProfile] to read.
@NullMarked
package dev.batchable.profile;

import org.jspecify.annotations.NullMarked;
