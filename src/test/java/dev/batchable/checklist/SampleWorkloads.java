package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.workload;

import java.time.Duration;
import java.util.Random;

/// Workloads that many tests start from.
public final class SampleWorkloads {
    private SampleWorkloads() {}

    /// Three calls a minute for 100 minutes, every day of a week: what a paced nightly job leaves.
    public static ProfileFixtures nightlyJob() {
        return workload("invoices").daily(MONDAY.plus(Duration.ofHours(2)), 7, Duration.ofSeconds(20), 300);
    }

    /// A hundred calls at random minutes of each of seven days: enough data, and no shape.
    public static ProfileFixtures steady() {
        Random random = new Random(7);
        ProfileFixtures steady = workload("checkout");
        for (int call = 0; call < 700; call++) {
            steady.add(MONDAY.plus(Duration.ofMinutes(call / 100 * 1_440L + random.nextInt(1_440))), 1);
        }
        return steady;
    }
}
