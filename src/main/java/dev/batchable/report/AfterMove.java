package dev.batchable.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What a move leaves once it is paid for.
///
/// @param net empty where the cost of delay is not known
/// @param effort what the move costs once; empty where nobody declared it
/// @param payback empty where there is no net saving or no effort to compare
/// @param costPerSuccess spend less the saving of the window ÷ successful outcomes; low is the pessimistic end, hence
///     the dearest; empty where either is unknown
public record AfterMove(
        Optional<Net> net, Optional<BigDecimal> effort, Optional<Payback> payback, Optional<Estimate> costPerSuccess) {
    /// Nothing is known besides the saving.
    public static final AfterMove UNKNOWN =
            new AfterMove(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AfterMove {
        effort = Decimals.canonical(effort);
    }

    /// A month's saving less what its delay costs.
    ///
    /// @param monthly monthly saving − deferral cost, end by end
    /// @param deferralCost per month; low is the pessimistic end, hence the dearest
    public record Net(Estimate monthly, Estimate deferralCost) {
        public static final Net ZERO = new Net(Estimate.ZERO, Estimate.ZERO);

        public static Net of(Estimate saving, Estimate deferralCost) {
            return new Net(saving.minus(deferralCost), deferralCost);
        }

        public Net plus(Net other) {
            return new Net(monthly.plus(other.monthly), deferralCost.plus(other.deferralCost));
        }
    }

    /// Months until the effort is earned back, to a tenth, rounded up; each at the end of the net saving it is named
    /// after, so that `low` is the longest. Empty where that end saves nothing.
    public record Payback(Optional<BigDecimal> low, Optional<BigDecimal> expected, Optional<BigDecimal> high) {
        public Payback {
            low = Decimals.canonical(low);
            expected = Decimals.canonical(expected);
            high = Decimals.canonical(high);
        }

        /// @param net saving of a month
        public static Payback of(BigDecimal effort, Estimate net) {
            return new Payback(months(effort, net.low()), months(effort, net.expected()), months(effort, net.high()));
        }

        private static Optional<BigDecimal> months(BigDecimal effort, BigDecimal monthly) {
            return monthly.signum() > 0
                    ? Optional.of(effort.divide(monthly, 1, RoundingMode.CEILING))
                    : Optional.empty();
        }
    }
}
