package dev.batchable.price;

import dev.batchable.policy.ExchangeRate;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.Profile;
import dev.batchable.record.Money;
import dev.batchable.record.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What every workload cost, and what each target tier would have cost, free of any verdict.
///
/// Sums per rating key are rated, never single calls: a key holds everything a price depends on, so the result
/// is exact and independent of the order in which calls were read.
public final class Rating {
    private final PriceBook book;
    private final RatingOptions options;
    private final Exchange exchange;

    public Rating(PriceBook book, RatingOptions options) {
        this.book = book;
        this.options = options;
        this.exchange = new Exchange(options.exchange(), options.asOf());
    }

    /// Rates without a bill.
    public RatedProfile rate(Profile profile) {
        return rate(profile, new BillTotals(new TreeMap<>()));
    }

    /// Rates; what the bill charged on a deferred tier goes before the catalog's price of that tier.
    public RatedProfile rate(Profile profile, BillTotals bill) {
        RateCards cards = new RateCards(book);
        ChargeRule rule = new ChargeRule(options.cost(), cards);
        List<List<KeyCharge>> charges = profile.workloads().stream()
                .map(workload -> rule.charges(workload.usage()))
                .toList();
        String currency = options.currency().orElseGet(() -> ReportCurrency.of(charges, bill, exchange));
        Function<String, Optional<BigDecimal>> factors = from -> exchange.factor(from, currency);
        List<ChargedWorkload> charged = Stream.iterate(0, i -> i < charges.size(), i -> i + 1)
                .map(i -> ChargedWorkload.of(profile.workloads().get(i), charges.get(i), factors))
                .toList();
        WorkloadRater rater = new WorkloadRater(
                book,
                cards,
                new BilledRates(namedOver(profile.window()), bill.in(currency, factors), currency, factors),
                new SunkShares(namedOver(profile.window()), bill),
                new Repricing(cards, options.asOf()),
                new MonthlyProjection(profile.window(), profile.observedDays()),
                new Completions(profile.history()));
        return new RatedProfile(
                currency,
                charged.stream().map(rater::rate).toList(),
                charged.stream().flatMap(Rating::apart).toList(),
                used(charged, currency),
                charged.stream()
                        .flatMap(workload -> new Disagreements(factors).of(workload).stream())
                        .toList(),
                charged.stream()
                        .flatMap(workload -> rater.tierSaving(workload).stream())
                        .toList(),
                new PriceOutlook(new UpcomingPrices(rater).of(charged), new LateCalls(book).of(charged)));
    }

    /// Bill and logs may name one model by an alias and by what it stood for.
    private PriceBook namedOver(Window window) {
        return book.during(window.from(), window.to());
    }

    private static Stream<ForeignSpend> apart(ChargedWorkload workload) {
        SortedMap<String, ForeignSpend> byCurrency = new TreeMap<>();
        for (KeyCharge charge : workload.foreign()) {
            Money money =
                    new Money(charge.amount(charge.usage()), charge.currency().orElseThrow());
            ForeignSpend spend =
                    new ForeignSpend(workload.name(), money, charge.usage().requests());
            byCurrency.merge(money.currency(), spend, Rating::plus);
        }
        return byCurrency.values().stream();
    }

    private static ForeignSpend plus(ForeignSpend one, ForeignSpend other) {
        return new ForeignSpend(
                one.workload(), one.money().plus(other.money()), Math.addExact(one.requests(), other.requests()));
    }

    private List<ExchangeRate> used(List<ChargedWorkload> workloads, String currency) {
        return workloads.stream()
                .flatMap(workload -> workload.keys().stream())
                .flatMap(key -> key.charge().currency().stream())
                .distinct()
                .sorted()
                .flatMap(from -> exchange.rate(from, currency).stream())
                .toList();
    }
}
