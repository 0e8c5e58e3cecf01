package dev.batchable.price.bill;

import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Funding;
import dev.batchable.record.Meter;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.Instant;
import java.util.Comparator;

/// What makes lines of a bill one sum: the meter, the period, and whether the bill counts tokens.
///
/// @param start of the period, inclusive; lines within one day share that day
/// @param end of the period, exclusive
/// @param meter without a quantity of its own
/// @param quantified whether the lines have a positive number of tokens to compare with the logs; a line that
///     takes money back has none
public record BillCell(
        Instant start,
        Instant end,
        ChargeCategory category,
        boolean correction,
        Funding funding,
        Meter meter,
        String currency,
        boolean quantified)
        implements Comparable<BillCell> {
    private static final Comparator<BillCell> ORDER = Comparator.comparing(BillCell::start)
            .thenComparing(BillCell::end)
            .thenComparing(BillCell::category)
            .thenComparing(BillCell::correction)
            .thenComparing(BillCell::funding)
            .thenComparing(cell -> cell.meter.provider())
            .thenComparing(cell -> cell.meter.description())
            .thenComparing(cell -> cell.meter.model().orElse(""))
            .thenComparing(cell -> cell.meter.tokenKind().map(TokenKind::id).orElse(""))
            .thenComparing(cell -> cell.meter.tier(), Comparator.<Tier>naturalOrder())
            .thenComparing(cell -> cell.meter.artificialIntelligence())
            .thenComparing(BillCell::currency)
            .thenComparing(BillCell::quantified);

    BillCell in(String other) {
        return new BillCell(start, end, category, correction, funding, meter, other, quantified);
    }

    /// Use of a model that was paid for as it was used, so that a call less is money less.
    public boolean isPaidUsage() {
        return isModelUsage() && funding.isOnDemand();
    }

    @Override
    public int compareTo(BillCell other) {
        return ORDER.compare(this, other);
    }

    /// Whether it is billed use of a model in the period it belongs to, and not tax, a credit, a purchase, a
    /// correction or another service.
    public boolean isModelUsage() {
        return category == ChargeCategory.USAGE && !correction && meter.artificialIntelligence();
    }
}
