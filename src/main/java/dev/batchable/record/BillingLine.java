package dev.batchable.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// One charge of a bill. `billed` is what the invoice charges (FOCUS BilledCost) and the only figure that
/// reconciles; `list` and `effective` are never filled in one from another.
///
/// @param start charge period, inclusive
/// @param end charge period, exclusive
/// @param funding what pays for it, as far as a column of the bill says
/// @param discounts names of the discounts in `billed`, as far as columns of the bill tell them
/// @param correction whether it corrects a period invoiced before (FOCUS ChargeClass)
public record BillingLine(
        Instant start,
        Instant end,
        ChargeCategory category,
        boolean correction,
        Funding funding,
        Meter meter,
        Money billed,
        Optional<BigDecimal> list,
        Optional<BigDecimal> effective,
        Set<String> discounts) {
    public BillingLine {
        discounts = Set.copyOf(discounts);
    }

    /// A charge whose discounts the bill does not name.
    public BillingLine(
            Instant start,
            Instant end,
            ChargeCategory category,
            boolean correction,
            Funding funding,
            Meter meter,
            Money billed,
            Optional<BigDecimal> list,
            Optional<BigDecimal> effective) {
        this(start, end, category, correction, funding, meter, billed, list, effective, Set.of());
    }

    /// A charge of which the bill does not tell what pays for it.
    public BillingLine(
            Instant start,
            Instant end,
            ChargeCategory category,
            boolean correction,
            Meter meter,
            Money billed,
            Optional<BigDecimal> list,
            Optional<BigDecimal> effective) {
        this(start, end, category, correction, Funding.ON_DEMAND, meter, billed, list, effective);
    }

    /// The same where something else than its own price pays for it.
    public BillingLine fundedBy(Funding other) {
        return new BillingLine(start, end, category, correction, other, meter, billed, list, effective, discounts);
    }

    /// The same with the discounts in it by name.
    public BillingLine discountedBy(Collection<String> names) {
        return new BillingLine(
                start, end, category, correction, funding, meter, billed, list, effective, Set.copyOf(names));
    }
}
