package dev.batchable.gate;

import dev.batchable.policy.ExchangeRate;
import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Policy;
import dev.batchable.policy.Waiver;
import dev.batchable.report.AuditReport;
import java.util.List;
import java.util.Optional;

/// The limits a report is held to, and what may excuse it.
///
/// @param exchange the only conversions there are, for limits in another currency than the report's
public record GatePolicy(
        GateLimits limits, Figure on, Optional<Baseline> baseline, List<Waiver> waivers, List<ExchangeRate> exchange) {
    public GatePolicy {
        waivers = List.copyOf(waivers);
        exchange = List.copyOf(exchange);
    }

    /// Which end of a saving the limits judge.
    public enum Figure {
        /// What is saved even if the assumptions turn out badly: proven.
        LOW,
        EXPECTED
    }

    /// An earlier report to find new moves against.
    ///
    /// @param failOnNew whether a new move fails the gate; else it is a warning
    public record Baseline(AuditReport report, boolean failOnNew) {}

    /// The policy's limits on the proven saving.
    public static GatePolicy of(Policy policy) {
        return new GatePolicy(policy.gate(), Figure.LOW, Optional.empty(), policy.waivers(), policy.exchange());
    }

    /// The same with every limit of the command line in place of the policy's, one by one.
    public GatePolicy overriddenBy(GateLimits commandLine) {
        GateLimits merged = new GateLimits(
                commandLine.failAbove().or(limits::failAbove),
                commandLine.warnAbove().or(limits::warnAbove),
                commandLine.maxUndecided().or(limits::maxUndecided),
                commandLine.minCoverage().or(limits::minCoverage));
        return new GatePolicy(merged, on, baseline, waivers, exchange);
    }

    public GatePolicy on(Figure figure) {
        return new GatePolicy(limits, figure, baseline, waivers, exchange);
    }

    public GatePolicy against(Baseline earlier) {
        return new GatePolicy(limits, on, Optional.of(earlier), waivers, exchange);
    }
}
