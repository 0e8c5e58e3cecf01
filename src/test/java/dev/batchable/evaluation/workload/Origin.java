package dev.batchable.evaluation.workload;

/// Where a workload comes from.
///
/// @param family workloads of one family are alike; counts are given by family
/// @param variant size, seed and the like
/// @param surface what its log tells
public record Origin(String family, String variant, String surface) {
    Origin on(LogSurface log) {
        return new Origin(family, variant, log.id());
    }

    @Override
    public String toString() {
        return family + " " + variant + " " + surface;
    }
}
