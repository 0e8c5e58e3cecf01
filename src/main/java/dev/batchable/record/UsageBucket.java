package dev.batchable.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A provider's own total over an interval. Supports spend and tier share, and run or repeat signals at its own
/// resolution; never latency, streaming or session questions.
///
/// @param requests empty where the export does not count calls
public record UsageBucket(
        Instant start,
        Duration width,
        ModelCall call,
        OptionalLong requests,
        Optional<Tokens> tokens,
        Optional<Money> cost,
        Caller caller,
        Set<Field> present) {}
