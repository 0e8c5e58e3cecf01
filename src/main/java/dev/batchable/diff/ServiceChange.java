package dev.batchable.diff;

import java.math.BigDecimal;
import java.util.List;

/// How the service of one workload, or of several together, changed.
///
/// @param name of the workload; [#ALL_CUSTOMER_FACING] for all of those
/// @param role why it is looked at
/// @param concerns what got clearly worse
public record ServiceChange(String name, Role role, Service old, Service now, List<Concern> concerns) {
    public static final String ALL_CUSTOMER_FACING = "(all customer-facing)";

    public ServiceChange {
        concerns = List.copyOf(concerns);
    }

    static ServiceChange of(String name, Role role, Service old, Service now) {
        return new ServiceChange(name, role, old, now, new Watch(old, now).concerns());
    }

    public enum Role {
        /// It was moved.
        MOVED,
        /// Users wait on it, and it draws on the rate limits of moved work.
        CUSTOMER_FACING_SAME_QUOTA,
        /// Users wait on it.
        CUSTOMER_FACING
    }

    /// Something that got clearly worse, and by which rule.
    ///
    /// @param measure `p95`, `first-token-p95`, `timeouts`, `rate-limited`, `completed` or `waste`
    /// @param old milliseconds, or a share 0–1
    /// @param rule id of the [WatchRules] rule that tells clear from small
    public record Concern(String measure, BigDecimal old, BigDecimal now, String rule) {}
}
