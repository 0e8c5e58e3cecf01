package dev.batchable.report.assembly;

import dev.batchable.policy.Policy;
import dev.batchable.policy.Waiver;
import dev.batchable.price.Exchange;
import dev.batchable.record.Money;
import dev.batchable.report.Amount;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the waiver of a workload: the first in the policy that is in force, else the first that names it.
///
/// A ceiling is what somebody signed, so it is held against all workloads that the waiver matches together: a
/// glob cannot excuse the same amount many times over.
final class WaiverMatch {
    private final List<Waiver> waivers;
    private final Exchange exchange;
    private final LocalDate asOf;
    private final String currency;
    private final Map<String, BigDecimal> monthlyRealtime;

    /// @param monthlyRealtime spend of each workload by name
    WaiverMatch(Policy policy, LocalDate asOf, String currency, Map<String, BigDecimal> monthlyRealtime) {
        this.waivers = policy.waivers();
        this.exchange = new Exchange(policy.exchange(), asOf);
        this.asOf = asOf;
        this.currency = currency;
        this.monthlyRealtime = Map.copyOf(monthlyRealtime);
    }

    Optional<WaiverReport> of(String workload) {
        List<WaiverReport> matching = waivers.stream()
                .filter(waiver -> waiver.workload().matches(workload))
                .map(this::report)
                .toList();
        return matching.stream()
                .filter(waiver -> waiver.status() == WaiverStatus.IN_FORCE)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    private WaiverReport report(Waiver waiver) {
        return new WaiverReport(
                waiver.owner(),
                waiver.reason(),
                waiver.expires(),
                waiver.ceilingPerMonth().map(ceiling -> new Amount(ceiling.currency(), ceiling.amount())),
                status(waiver));
    }

    private WaiverStatus status(Waiver waiver) {
        if (asOf.isAfter(waiver.expires())) {
            return WaiverStatus.EXPIRED;
        }
        return waiver.ceilingPerMonth()
                .map(ceiling -> status(ceiling, covered(waiver)))
                .orElse(WaiverStatus.IN_FORCE);
    }

    /// Monthly realtime spend of all it matches.
    private BigDecimal covered(Waiver waiver) {
        return monthlyRealtime.entrySet().stream()
                .filter(workload -> waiver.workload().matches(workload.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private WaiverStatus status(Money ceiling, BigDecimal covered) {
        return exchange.convert(ceiling, currency)
                .map(limit -> covered.compareTo(limit) > 0 ? WaiverStatus.ABOVE_CEILING : WaiverStatus.IN_FORCE)
                .orElse(WaiverStatus.CEILING_UNKNOWN);
    }
}
