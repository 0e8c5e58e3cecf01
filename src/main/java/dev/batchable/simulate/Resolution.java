package dev.batchable.simulate;

import dev.batchable.profile.Coverage;
import dev.batchable.profile.WorkloadProfile;
import java.time.Duration;

/// How finely a log tells when a workload's calls came.
final class Resolution {
    static final int WIDEST_MINUTES = 60;

    private Resolution() {}

    /// Minutes of a bucket, or between two stamps of the log's clock.
    static int minutes(WorkloadProfile profile) {
        Coverage coverage = profile.coverage();
        long stamps = coverage.bucketRows() == coverage.rows()
                ? 1
                : -Math.floorDiv(-coverage.stampMillis(), Duration.ofMinutes(1).toMillis());
        return (int) Math.max(profile.activity().resolution().toMinutes(), stamps);
    }
}
