package dev.batchable.price;

import dev.batchable.policy.ExchangeRate;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Conversion by the user's own rates and nothing else: no inverse, no chain over a third currency, since
/// either would be a rate that nobody stated.
///
/// Of several rates for one pair the latest that is not later than the day asked for holds; where all are
/// later, the earliest of them, because the default day is the end of the window and rates are often noted
/// after it.
public final class Exchange {
    private final List<ExchangeRate> rates;
    private final LocalDate asOf;

    public Exchange(List<ExchangeRate> rates, LocalDate asOf) {
        this.rates = List.copyOf(rates);
        this.asOf = asOf;
    }

    /// The rate that turns `from` into `to`; empty where the user stated none, or none is needed.
    public Optional<ExchangeRate> rate(String from, String to) {
        List<ExchangeRate> pair = rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .sorted(Comparator.comparing(ExchangeRate::date))
                .toList();
        return pair.stream()
                .filter(rate -> !rate.date().isAfter(asOf))
                .reduce((earlier, later) -> later)
                .or(() -> pair.stream().findFirst());
    }

    /// What one unit of `from` is worth in `to`: 1 for the same currency, empty where it cannot be told.
    public Optional<BigDecimal> factor(String from, String to) {
        return from.equals(to) ? Optional.of(BigDecimal.ONE) : rate(from, to).map(ExchangeRate::rate);
    }

    /// The exact amount in `to`; empty where it cannot be told.
    public Optional<BigDecimal> convert(Money money, String to) {
        return factor(money.currency(), to).map(money.amount()::multiply);
    }
}
