/// `batchable.yaml` as data: workload rules, declared answers, waivers, thresholds and exchange rates,
/// validated with file, line and the nearest known key. Entry point: [PolicyReader]. Plain data that every
/// later stage may read.
@NullMarked
package dev.batchable.policy;

import org.jspecify.annotations.NullMarked;
