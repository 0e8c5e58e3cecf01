package dev.batchable.price;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Quote;
import dev.batchable.price.catalog.Source;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a bill really charged per million tokens on a deferred tier. A rate that was paid says more than any
/// catalog, so it wins over the catalog's target price; a bill tells no context band and no region, so the rate
/// is the mean over those. Charges of zero are complimentary use and say nothing of a price.
final class BilledRates {
    private record Place(ModelKey model, Tier tier, TokenKind kind) {}

    private record Sum(BigDecimal billed, BigDecimal tokens) {
        Sum plus(Sum other) {
            return new Sum(billed.add(other.billed), tokens.add(other.tokens));
        }
    }

    private final PriceBook book;
    private final String currency;
    private final Map<Place, Sum> sums = new HashMap<>();

    BilledRates(PriceBook book, BillTotals bill, String currency) {
        this.book = book;
        this.currency = currency;
        bill.cells().forEach(this::add);
    }

    private void add(BillCell cell, BillSum sum) {
        boolean charged =
                cell.quantified() && cell.isModelUsage() && sum.billed().signum() > 0;
        if (charged && cell.currency().equals(currency) && cell.meter().tier().isDeferred()) {
            ModelRef model = new ModelRef(
                    Optional.of(cell.meter().provider()), cell.meter().model(), Optional.empty());
            cell.meter()
                    .tokenKind()
                    .ifPresent(kind -> sums.merge(
                            new Place(ModelKey.of(book, model), cell.meter().tier(), kind),
                            new Sum(sum.billed(), sum.tokens()),
                            Sum::plus));
        }
    }

    /// The billed rate as a quote in the units of a catalog.
    ///
    /// @param unit what one unit of catalog price is worth in paid money, so that the amount comes out at the
    ///     billed rate although a discount or margin is applied to catalog amounts
    Optional<Quote> quote(ModelRef model, Tier tier, TokenKind kind, BigDecimal unit) {
        return Optional.ofNullable(sums.get(new Place(ModelKey.of(book, model), tier, kind)))
                .map(sum -> row(model, tier, kind, rate(sum, unit)))
                .map(row -> new Quote.Priced(row.perMillion(), row));
    }

    private static BigDecimal rate(Sum sum, BigDecimal unit) {
        return sum.billed()
                .movePointRight(Amounts.MILLION_DIGITS)
                .divide(sum.tokens().multiply(unit), MathContext.DECIMAL128);
    }

    private PriceRow row(ModelRef model, Tier tier, TokenKind kind, BigDecimal perMillion) {
        ModelKey key = ModelKey.of(book, model);
        String name = key.model().orElse(ModelKey.UNKNOWN);
        PriceRow.Subject subject = new PriceRow.Subject(key.provider(), name, tier, kind, RatingScheme.BASE);
        return new PriceRow(
                "bill/" + key.provider() + "/" + name + "/" + tier.id() + "/" + kind.id(),
                subject,
                perMillion,
                currency,
                PriceRow.Validity.ALWAYS,
                new Source("the bill", Optional.empty(), Source.Confidence.USER),
                Optional.empty());
    }
}
