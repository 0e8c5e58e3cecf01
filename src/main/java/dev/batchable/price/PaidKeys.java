package dev.batchable.price;

import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.WorkloadProfile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What each rating key of a workload was charged, for figures beside spend and savings. Charges as [Rating] does.
public final class PaidKeys {
    private final ChargeRule rule;
    private final Function<String, Optional<BigDecimal>> factors;

    /// @param currency of the report
    public PaidKeys(PriceBook book, RatingOptions options, String currency) {
        Exchange exchange = new Exchange(options.exchange(), options.asOf());
        rule = new ChargeRule(options.cost(), new RateCards(book));
        factors = from -> exchange.factor(from, currency);
    }

    /// The keys with a known cost, in their own order; the others are in no amount.
    public List<PaidKey> of(WorkloadProfile workload) {
        return ChargedWorkload.of(workload, rule.charges(workload.usage()), factors).keys().stream()
                .map(PaidKey::new)
                .toList();
    }
}
