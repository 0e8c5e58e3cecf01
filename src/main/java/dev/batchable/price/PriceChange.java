package dev.batchable.price;

import dev.batchable.price.catalog.PriceRow;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Prices of one model that change on one day, and what that does to the work of the window if it goes on.
///
/// @param day first day of the new prices, in UTC
/// @param steps by tier, band and kind of token
/// @param parts one for each workload that uses the model and recurs
public record PriceChange(String provider, String model, LocalDate day, List<Step> steps, List<Part> parts) {
    public PriceChange {
        steps = List.copyOf(steps);
        parts = List.copyOf(parts);
    }

    /// One price, before and after.
    ///
    /// @param after empty where nothing is documented of what follows
    public record Step(PriceRow before, Optional<PriceRow> after) {}

    /// The work of one workload.
    ///
    /// @param spend what it costs a month more, on the tiers it runs on; negative where it gets cheaper
    /// @param unknown monthly spend whose price ends, without one that follows
    /// @param gap by target tier, what the distance between the realtime price and that of the target grows by in a
    ///     month
    public record Part(String workload, BigDecimal spend, BigDecimal unknown, Map<Tier, BigDecimal> gap) {
        public Part {
            gap = Map.copyOf(gap);
        }

        boolean matters() {
            return spend.signum() != 0
                    || unknown.signum() != 0
                    || gap.values().stream().anyMatch(amount -> amount.signum() != 0);
        }
    }

    /// `provider/model`.
    public String name() {
        return provider + "/" + model;
    }

    /// What the calls cost a month more; negative where they get cheaper.
    public BigDecimal spend() {
        return parts.stream().map(Part::spend).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Monthly spend whose price ends, without one that follows.
    public BigDecimal unknown() {
        return parts.stream().map(Part::unknown).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
