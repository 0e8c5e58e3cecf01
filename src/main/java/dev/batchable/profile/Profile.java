package dev.batchable.profile;

import dev.batchable.record.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// All workloads of an audit, by name.
///
/// @param observedDays days of the window that are wholly covered by the input; others are left out of means
///     and listed
/// @param history of batch jobs, whichever workload they were of
public record Profile(
        List<WorkloadProfile> workloads, Window window, Set<LocalDate> observedDays, BatchHistory history) {
    public Profile {
        workloads = List.copyOf(workloads);
        observedDays = Set.copyOf(observedDays);
    }
}
