package dev.batchable.price;

import java.math.BigDecimal;
import java.util.List;

/// What moving would save, in the report's currency; negative where moving would cost more.
///
/// @param window over the days read
/// @param monthly per month of 30.4375 days or per whole calendar month; zero for what does not recur
public record Saving(Range window, Range monthly, BigDecimal naive, Missed missed, List<String> assumptions) {
    public Saving {
        assumptions = List.copyOf(assumptions);
    }

    /// Expected share of calls that miss the budget and are run again on realtime, 0–1.
    public BigDecimal missShare() {
        return missed.share().expected();
    }

    /// The saving if only a share of the calls moves, 0–1.
    public Saving times(BigDecimal share) {
        return new Saving(window.times(share), monthly.times(share), naive.multiply(share), missed, assumptions);
    }
}
