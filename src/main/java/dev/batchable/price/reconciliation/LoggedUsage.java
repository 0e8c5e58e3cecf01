package dev.batchable.price.reconciliation;

import dev.batchable.price.DayAmount;
import dev.batchable.price.DayAmounts;
import dev.batchable.price.RateCard;
import dev.batchable.price.RateCards;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.Usage;
import dev.batchable.profile.UsageTable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the logs hold of every model, under the names that bill and logs share.
final class LoggedUsage {
    /// Whose days the logs are summed by.
    enum Days {
        OF_THE_REPORT,
        /// Models whose biller has the report's days, or of which a bucket lies in two days, are incomplete.
        OF_THE_BILLER
    }

    private final PriceBook book;
    private final RateCards cards;
    private final String currency;
    private final Days by;
    private final SortedMap<ModelKey, LoggedModel> models = new TreeMap<>();

    LoggedUsage(PriceBook book, String currency, List<RatedWorkload> workloads, Days by) {
        this.book = book;
        this.cards = new RateCards(book);
        this.currency = currency;
        this.by = by;
        for (int i = 0; i < workloads.size(); i++) {
            add(i, workloads.get(i));
        }
    }

    SortedMap<ModelKey, LoggedModel> models() {
        return models;
    }

    private void add(int number, RatedWorkload workload) {
        UsageTable usage = workload.profile().usage();
        usage.rows().forEach((key, days) -> addUsage(number, key, wanted(usage, key, days)));
        amounts(workload.daily())
                .forEach(part -> model(part.model()).addAmount(number, part.day(), part.tier(), part.amount()));
        markUnpriced(workload);
        workload.lines().forEach(line -> model(ref(line.place())).addLine(line));
    }

    private List<DayAmount> amounts(DayAmounts amounts) {
        return by == Days.OF_THE_REPORT ? amounts.byDay() : amounts.byBillersDay();
    }

    private SortedMap<LocalDate, Usage> wanted(UsageTable usage, RatingKey key, SortedMap<LocalDate, Usage> days) {
        if (by == Days.OF_THE_REPORT) {
            return days;
        }
        if (!usage.byBillersDay().containsKey(key)) {
            model(key.model()).markIncomplete();
        }
        return usage.byBillersDay().getOrDefault(key, Collections.emptySortedMap());
    }

    private void markUnpriced(RatedWorkload workload) {
        workload.profile().usage().rows().keySet().stream()
                .map(RatingKey::model)
                .filter(model ->
                        workload.unpriced().models().contains(model.model().orElse(ModelKey.UNKNOWN)))
                .forEach(model -> model(model).markUnpriced());
    }

    private void addUsage(int number, RatingKey key, SortedMap<LocalDate, Usage> days) {
        if (days.isEmpty()) {
            return;
        }
        LoggedModel model = model(key.model());
        RateCard card = cards.charged(key, days);
        boolean comparable = card.currency().filter(currency::equals).isPresent();
        days.forEach((day, usage) -> {
            model.addTokens(number, day, key.tier(), usage.tokens());
            if (comparable && card.covers(usage.tokens())) {
                model.addCatalogAmount(card.amount(usage.tokens()));
            }
        });
    }

    private LoggedModel model(ModelRef ref) {
        return models.computeIfAbsent(ModelKey.of(book, ref), key -> new LoggedModel());
    }

    private static ModelRef ref(RatedLine.Place place) {
        return new ModelRef(known(place.provider()), known(place.model()), Optional.empty());
    }

    private static Optional<String> known(String name) {
        return Optional.of(name).filter(text -> !text.equals(ModelKey.UNKNOWN));
    }
}
