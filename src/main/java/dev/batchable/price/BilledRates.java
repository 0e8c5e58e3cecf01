package dev.batchable.price;

import dev.batchable.price.BilledRate.Listed;
import dev.batchable.price.BilledRate.Place;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rates that a bill proves: what it charged per million tokens, wherever it states a quantity and a cost.
///
/// Problem: logs hold list prices, or none, while the invoice is lower by what was negotiated, so that savings at list
/// prices are too high. Method: charges of one model, tier, kind of token and price row are one rate, paid ÷ quantity.
/// Charges that a commitment, provisioned capacity, a free tier or a credit pays for are no rate and are left out.
/// Consequence: a rate that was paid wins over any price list, on either side of a saving. A bill tells no context band
/// and no region, so a rate is the mean over those, and a model with prices by band keeps what its logs tell.
public final class BilledRates {
    private final PriceBook book;
    private final String currency;
    private final Function<String, Optional<BigDecimal>> factors;
    private final SortedMap<Place, SortedMap<String, BilledRate>> rates = new TreeMap<>();
    private final Set<List<Object>> banded;

    /// Reads the rates.
    ///
    /// @param bill amounts in other currencies are left out
    /// @param factors what a unit of a currency is worth in `currency`; empty where nobody stated it
    public BilledRates(
            PriceBook book, BillTotals bill, String currency, Function<String, Optional<BigDecimal>> factors) {
        this.book = book;
        this.currency = currency;
        this.factors = factors;
        this.banded = bill.isEmpty() ? Set.of() : banded(book);
        bill.cells().forEach(this::add);
    }

    private static Set<List<Object>> banded(PriceBook book) {
        return book.rows().stream()
                .map(PriceRow::subject)
                .filter(subject -> !subject.band().equals(RatingScheme.BASE))
                .map(subject -> List.<Object>of(subject.provider(), subject.model(), subject.tier(), subject.kind()))
                .collect(Collectors.toSet());
    }

    private void add(BillCell cell, BillSum sum) {
        boolean charged =
                cell.quantified() && cell.isPaidUsage() && sum.billed().signum() > 0;
        Optional<TokenKind> kind = cell.meter().tokenKind();
        if (!charged || kind.isEmpty() || !cell.currency().equals(currency)) {
            return;
        }
        ModelRef model =
                new ModelRef(Optional.of(cell.meter().provider()), cell.meter().model(), Optional.empty());
        Place place = new Place(ModelKey.of(book, model), cell.meter().tier(), kind.get());
        Optional<Listed> listed = listed(model, place, LocalDate.ofInstant(cell.start(), ZoneOffset.UTC));
        rates.computeIfAbsent(place, unseen -> new TreeMap<>())
                .merge(
                        listed.map(Listed::row).orElse(""),
                        new BilledRate(place, sum, listed),
                        (one, more) -> new BilledRate(place, one.sum().plus(more.sum()), listed));
    }

    /// The row for the shortest context; standard's where the bill does not tell the tier.
    private Optional<Listed> listed(ModelRef model, Place place, LocalDate day) {
        Tier tier = place.tier() == Tier.UNKNOWN ? Tier.STANDARD : place.tier();
        Quote quote = book.quote(model, tier, place.kind(), RatingScheme.BASE, day);
        return quote instanceof Quote.Priced priced
                ? factors.apply(priced.row().currency())
                        .map(rate -> new Listed(
                                priced.row().id(), priced.perMillion().multiply(rate)))
                : Optional.empty();
    }

    /// By model, tier, kind and price row.
    public List<BilledRate> all() {
        return rates.values().stream().flatMap(rows -> rows.values().stream()).toList();
    }

    private List<BilledRate> of(Place place) {
        return List.copyOf(rates.getOrDefault(place, new TreeMap<>()).values());
    }

    private Place place(ModelRef model, Tier tier, TokenKind kind) {
        return new Place(ModelKey.of(book, model), tier, kind);
    }

    /// The billed rate as a quote in the units of a catalog.
    ///
    /// @param unit what one unit of catalog price is worth in paid money, so that the amount comes out at the
    ///     billed rate although a discount or margin is applied to catalog amounts
    Optional<Quote> quote(ModelRef model, Tier tier, TokenKind kind, BigDecimal unit) {
        return sum(of(place(model, tier, kind)))
                .map(sum -> row(model, tier, kind, rate(sum, unit)))
                .map(row -> new Quote.Priced(row.perMillion(), row));
    }

    private static Optional<BillSum> sum(List<BilledRate> rates) {
        return rates.stream().map(BilledRate::sum).reduce(BillSum::plus);
    }

    private static BigDecimal rate(BillSum sum, BigDecimal unit) {
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

    /// Paid ÷ the list price that rates the calls, 1 where rounding makes the difference; empty where the
    /// bill shows no rate or prices differ by band. Where no rate of the bill is of the same row, since logs
    /// tell a region and bills hardly do, the mean of all rates is what was paid.
    ///
    /// @param own rates the calls, the surcharge of their region included
    Optional<BigDecimal> paidShare(ModelRef model, Tier tier, PriceRow own) {
        TokenKind kind = own.subject().kind();
        Place place = place(model, tier, kind);
        List<BilledRate> told = of(place);
        List<BilledRate> found = told.isEmpty() && tier == Tier.STANDARD ? atStandardPrice(place) : told;
        boolean comparable = !found.isEmpty()
                && found.stream().allMatch(rate -> rate.listed().isPresent())
                && !banded.contains(List.<Object>of(
                        place.model().provider(), place.model().model().orElse(""), tier, kind));
        return comparable
                ? factors.apply(own.currency()).map(rate -> share(ofRow(found, own), rate.multiply(own.perMillion())))
                : Optional.empty();
    }

    private static List<BilledRate> ofRow(List<BilledRate> rates, PriceRow own) {
        List<BilledRate> same = rates.stream()
                .filter(rate -> rate.listed().map(Listed::row).equals(Optional.of(own.id())))
                .toList();
        return same.isEmpty() ? rates : same;
    }

    /// On a bill that tells no tier, what was charged at standard's list price was standard.
    private List<BilledRate> atStandardPrice(Place standard) {
        List<BilledRate> untold = of(new Place(standard.model(), Tier.UNKNOWN, standard.kind()));
        boolean listed = untold.stream().allMatch(rate -> rate.basis() == BilledRate.Basis.LIST_PRICE);
        return listed ? untold : List.of();
    }

    private static BigDecimal share(List<BilledRate> rates, BigDecimal perMillion) {
        BillSum sum = sum(rates).orElseThrow();
        BigDecimal list = sum.tokens().multiply(perMillion).movePointLeft(Amounts.MILLION_DIGITS);
        boolean rounding = list.subtract(sum.billed()).abs().compareTo(sum.tolerance()) <= 0;
        return rounding || list.signum() == 0 ? BigDecimal.ONE : sum.billed().divide(list, MathContext.DECIMAL128);
    }

    /// What a unit of a price list is worth in the report's currency.
    Optional<BigDecimal> exchange(String from) {
        return factors.apply(from);
    }
}
