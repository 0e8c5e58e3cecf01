package dev.batchable.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// `batchable.yaml` as data (schema: `docs/policy.md`).
///
/// @param zone zone of times of day in answers; UTC where the policy names none
/// @param salt salt of the hashes under which keys without an alias are shown
public record Policy(
        Optional<String> currency,
        ZoneId zone,
        Optional<String> salt,
        List<ExchangeRate> exchange,
        List<WorkloadRule> workloads,
        List<Waiver> waivers,
        GateLimits gate,
        List<FormatMapping> formats) {
    public static final Policy EMPTY = new Policy(
            Optional.empty(),
            java.time.ZoneOffset.UTC,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            GateLimits.NONE,
            List.of());

    public Policy {
        exchange = List.copyOf(exchange);
        workloads = List.copyOf(workloads);
        waivers = List.copyOf(waivers);
        formats = List.copyOf(formats);
    }
}
