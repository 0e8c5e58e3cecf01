package dev.batchable.price;

import dev.batchable.price.PriceChange.Part;
import dev.batchable.price.PriceChange.Step;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Quote;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the prices that are known to change soon after the as-of day, and what each change moves.
///
/// A month of the projection is rated at the prices of the as-of day, so a price that changes a week later makes it
/// wrong by the next bill. The calls of the window, scaled to a month as everywhere, are rated at the prices of the
/// day before the change and of the day itself; the difference is the money it moves. Spend and the distance to a
/// target tier are told apart, for a dearer realtime price raises both. What is paid keeps its discount, as in
/// [Repricing]. Changes before the as-of day are in the figures already.
final class UpcomingPrices {
    /// A month ahead: the projection speaks of no more.
    static final int DAYS_AHEAD = 30;

    private static final List<Tier> TARGETS = List.of(Tier.BATCH, Tier.FLEX);
    private static final Comparator<PriceRow> BY_SUBJECT = Comparator.<PriceRow, Tier>comparing(
                    row -> row.subject().tier())
            .thenComparing(row -> row.subject().band())
            .thenComparing(row -> row.subject().kind());

    private final WorkloadRater rater;
    private final PriceBook book;
    private final RateCards cards;
    private final LocalDate asOf;

    UpcomingPrices(WorkloadRater rater) {
        this.rater = rater;
        this.book = rater.book();
        this.cards = rater.cards();
        this.asOf = rater.repricing().asOf();
    }

    /// Calls of one model in one workload.
    private record Use(ModelKey model, ChargedWorkload calls, BigDecimal monthFactor) {}

    /// A change of a model's prices, as one name of it tells.
    private record Change(ModelKey model, LocalDate day) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return Comparator.comparing(Change::model)
                    .thenComparing(Change::day)
                    .compare(this, other);
        }
    }

    List<PriceChange> of(List<ChargedWorkload> workloads) {
        SortedMap<Change, List<Use>> uses = new TreeMap<>();
        workloads.stream()
                .flatMap(workload -> uses(workload).stream())
                .forEach(use -> days(use.calls().keys())
                        .forEach(day -> uses.computeIfAbsent(new Change(use.model(), day), unseen -> new ArrayList<>())
                                .add(use)));
        List<PriceChange> changes = new ArrayList<>();
        uses.forEach((change, parts) -> {
            PriceChange found = change(change, parts);
            if (!found.parts().isEmpty() && !found.steps().isEmpty()) {
                changes.add(found);
            }
        });
        return changes;
    }

    private List<Use> uses(ChargedWorkload workload) {
        SortedMap<ModelKey, List<RatedKey>> byModel = new TreeMap<>(workload.keys().stream()
                .filter(RatedKey::isItemized)
                .collect(Collectors.groupingBy(
                        key -> ModelKey.of(book, key.charge().key().model(), asOf))));
        byModel.values().removeIf(keys -> days(keys).isEmpty());
        if (byModel.isEmpty()) {
            return List.of();
        }
        BigDecimal factor = rater.month(workload).factor().expected();
        return byModel.entrySet().stream()
                .filter(model -> factor.signum() != 0)
                .map(model -> new Use(
                        model.getKey(),
                        new ChargedWorkload(workload.profile(), model.getValue(), List.of(), List.of()),
                        factor))
                .toList();
    }

    private Set<LocalDate> days(List<RatedKey> keys) {
        return keys.stream()
                .flatMap(key -> book.changes(key.charge().key().model(), asOf, asOf.plusDays(DAYS_AHEAD)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private PriceChange change(Change change, List<Use> uses) {
        List<Part> parts = uses.stream()
                .map(use -> part(use, change.day()))
                .filter(Part::matters)
                .toList();
        Set<Step> steps = new LinkedHashSet<>();
        uses.forEach(use -> use.calls().keys().forEach(key -> addSteps(key, change.day(), steps)));
        return new PriceChange(
                change.model().provider(),
                change.model().model().orElse(ModelKey.UNKNOWN),
                change.day(),
                steps.stream()
                        .sorted(Comparator.comparing(Step::before, BY_SUBJECT))
                        .toList(),
                parts);
    }

    /// Prices of the tier it runs on and of the tiers it could move to.
    private void addSteps(RatedKey rated, LocalDate day, Set<Step> steps) {
        RatingKey key = rated.charge().key();
        Set<Tier> tiers = new LinkedHashSet<>(List.of(key.tier() == Tier.UNKNOWN ? Tier.STANDARD : key.tier()));
        if (rated.isRealtime()) {
            tiers.addAll(TARGETS);
        }
        for (Tier tier : tiers) {
            for (TokenKind kind : LineSheet.kinds(rated)) {
                row(key, tier, kind, day.minusDays(1)).ifPresent(before -> {
                    Optional<PriceRow> after = row(key, tier, kind, day);
                    if (!after.map(PriceRow::perMillion).equals(Optional.of(before.perMillion()))) {
                        steps.add(new Step(before, after));
                    }
                });
            }
        }
    }

    private Optional<PriceRow> row(RatingKey key, Tier tier, TokenKind kind, LocalDate day) {
        return cards.documented(key, tier, day).rate(kind).map(Quote.Priced::row);
    }

    private Part part(Use use, LocalDate day) {
        Repricing before = new Repricing(cards, day.minusDays(1));
        Repricing after = new Repricing(cards, day);
        BigDecimal spend = BigDecimal.ZERO;
        BigDecimal unknown = BigDecimal.ZERO;
        for (RatedKey key : use.calls().keys()) {
            BigDecimal amount = before.amount(key, key.amount(), key.usage().tokens());
            if (covers(key, day)) {
                spend = spend.add(
                        after.amount(key, key.amount(), key.usage().tokens()).subtract(amount));
            } else if (covers(key, day.minusDays(1))) {
                unknown = unknown.add(amount);
            }
        }
        return new Part(
                use.calls().name(),
                spend.multiply(use.monthFactor()),
                unknown.multiply(use.monthFactor()),
                gaps(use, before, after));
    }

    private boolean covers(RatedKey key, LocalDate day) {
        RatingKey rating = key.charge().key();
        return cards.charged(rating, rating.tier(), day).covers(key.usage().tokens());
    }

    private Map<Tier, BigDecimal> gaps(Use use, Repricing before, Repricing after) {
        Map<Tier, BigDecimal> then = gaps(rater.at(after).rate(use.calls()));
        Map<Tier, BigDecimal> changes = new EnumMap<>(Tier.class);
        gaps(rater.at(before).rate(use.calls()))
                .forEach((target, gap) -> changes.put(
                        target, then.getOrDefault(target, gap).subtract(gap).multiply(use.monthFactor())));
        return changes;
    }

    private static Map<Tier, BigDecimal> gaps(RatedWorkload rated) {
        Map<Tier, BigDecimal> gaps = new EnumMap<>(Tier.class);
        for (TargetRating target : rated.targets()) {
            if (target instanceof TargetRating.Rated priced) {
                gaps.put(priced.target(), gap(priced));
            }
        }
        return gaps;
    }

    /// What moving saves in the window at the prices of the as-of day, if every call meets its window.
    static BigDecimal gap(TargetRating.Rated priced) {
        return priced.terms().movableAsOf().subtract(priced.terms().costAsOf().expected());
    }
}
