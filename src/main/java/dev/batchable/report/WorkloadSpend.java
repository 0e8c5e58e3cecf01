package dev.batchable.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a workload cost over the window.
///
/// @param waste charged spend of failed attempts and of repeats
/// @param movable realtime spend without its waste
/// @param costPerSuccess all spend ÷ successful outcomes; empty where either is unknown, or there are none
/// @param monthlyRealtime realtime spend of a month; 0 for a one-off
/// @param monthlyFactor month ÷ window with its uncertainty; 0 for a one-off
/// @param assumptions what the spend rests on, one sentence each
public record WorkloadSpend(
        Totals.TierSpend tiers,
        BigDecimal waste,
        BigDecimal movable,
        Optional<BigDecimal> costPerSuccess,
        BigDecimal monthlyRealtime,
        Estimate monthlyFactor,
        Unpriced unpriced,
        List<String> assumptions) {
    public WorkloadSpend {
        waste = Decimals.canonical(waste);
        movable = Decimals.canonical(movable);
        costPerSuccess = Decimals.canonical(costPerSuccess);
        monthlyRealtime = Decimals.canonical(monthlyRealtime);
        assumptions = List.copyOf(assumptions);
    }

    /// Whether nothing of it has a price: the spend is then unknown and not nothing.
    public boolean isUnknown() {
        return tiers.total().signum() == 0 && (unpriced.requests() > 0 || unpriced.tokens() > 0);
    }

    /// Calls and tokens without a price, and the models they went to.
    public record Unpriced(long requests, long tokens, List<String> models) {
        public static final Unpriced NOTHING = new Unpriced(0, 0, List.of());

        public Unpriced {
            models = List.copyOf(models);
        }
    }
}
