/// Replays the arrivals of workloads through a deferred tier, minute by minute, before anybody moves them. Entry
/// point: [Simulator].
@NullMarked
package dev.batchable.simulate;

import org.jspecify.annotations.NullMarked;
