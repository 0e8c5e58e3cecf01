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
import java.util.Optional;

/// Finds the waiver of a workload: the first in the policy that is in force, else the first that names it.
final class WaiverMatch {
    private final List<Waiver> waivers;
    private final Exchange exchange;
    private final LocalDate asOf;
    private final String currency;

    WaiverMatch(Policy policy, LocalDate asOf, String currency) {
        this.waivers = policy.waivers();
        this.exchange = new Exchange(policy.exchange(), asOf);
        this.asOf = asOf;
        this.currency = currency;
    }

    Optional<WaiverReport> of(String workload, BigDecimal monthlyRealtime) {
        List<WaiverReport> matching = waivers.stream()
                .filter(waiver -> waiver.workload().matches(workload))
                .map(waiver -> report(waiver, monthlyRealtime))
                .toList();
        return matching.stream()
                .filter(waiver -> waiver.status() == WaiverStatus.IN_FORCE)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    private WaiverReport report(Waiver waiver, BigDecimal monthlyRealtime) {
        return new WaiverReport(
                waiver.owner(),
                waiver.reason(),
                waiver.expires(),
                waiver.ceilingPerMonth().map(ceiling -> new Amount(ceiling.currency(), ceiling.amount())),
                status(waiver, monthlyRealtime));
    }

    private WaiverStatus status(Waiver waiver, BigDecimal monthlyRealtime) {
        if (asOf.isAfter(waiver.expires())) {
            return WaiverStatus.EXPIRED;
        }
        return waiver.ceilingPerMonth()
                .map(ceiling -> status(ceiling, monthlyRealtime))
                .orElse(WaiverStatus.IN_FORCE);
    }

    private WaiverStatus status(Money ceiling, BigDecimal monthlyRealtime) {
        return exchange.convert(ceiling, currency)
                .map(limit -> monthlyRealtime.compareTo(limit) > 0 ? WaiverStatus.ABOVE_CEILING : WaiverStatus.IN_FORCE)
                .orElse(WaiverStatus.CEILING_UNKNOWN);
    }
}
