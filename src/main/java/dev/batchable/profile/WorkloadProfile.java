package dev.batchable.profile;

import dev.batchable.policy.WorkloadRule;
import java.util.Optional;

/// Everything known of one workload after reading; immutable.
///
/// @param rule the policy rule that named the workload
/// @param usage all calls that went to a provider, failed ones included
/// @param repeats the part of `usage` that repeats work already done: waste
public record WorkloadProfile(
        WorkloadKey key,
        Optional<WorkloadRule> rule,
        UsageTable usage,
        UsageTable repeats,
        Timings timings,
        Activity activity,
        Audience audience,
        Coverage coverage) {}
