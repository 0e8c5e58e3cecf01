package dev.batchable.opportunity;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.PaidKeys;
import dev.batchable.price.RatingOptions;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.report.Opportunity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Finds the money beside the savings. It changes no total, no saving and no verdict.
public final class Opportunities {
    private static final Comparator<Opportunity> ORDER = Comparator.comparing(Opportunity::kind)
            .thenComparing(found -> found.money().window().high(), Comparator.reverseOrder())
            .thenComparing(Opportunity::subject);
    /// What a move of the same calls would save.
    private static final String SAVINGS = "savings";

    private Opportunities() {}

    /// What is worth a line, by kind, then the dearest first.
    ///
    /// @param options as spend was rated
    /// @param currency of the report
    public static List<Opportunity> find(
            List<Judgement> judgements, PriceBook book, RatingOptions options, String currency) {
        PaidKeys paid = new PaidKeys(book, options, currency);
        List<Audited> workloads = judgements.stream()
                .map(judgement ->
                        new Audited(judgement, paid.of(judgement.workload().profile())))
                .toList();
        PromptCache promptCache = new PromptCache(book);
        List<Opportunity> found = new ArrayList<>();
        workloads.forEach(workload -> found.addAll(promptCache.of(workload)));
        ResultCache.of(workloads).ifPresent(found::add);
        found.addAll(new TopModel(book, options.asOf()).of(workloads));
        DefaultTier.of(workloads).ifPresent(found::add);
        found.removeIf(opportunity -> !isWorthALine(opportunity, judgements));
        return found.stream()
                .map(opportunity -> withOverlaps(opportunity, found, judgements))
                .sorted(ORDER)
                .toList();
    }

    private static boolean isWorthALine(Opportunity opportunity, List<Judgement> judgements) {
        BigDecimal spend = judgements.stream()
                .map(judgement -> judgement.workload().spend().total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal high = opportunity.money().window().high();
        return high.compareTo(BigDecimal.valueOf(OpportunityRules.AMOUNT.value())) >= 0
                && high.compareTo(spend.multiply(BigDecimal.valueOf(OpportunityRules.SHARE.value()))) >= 0;
    }

    /// Adds what else may be the same money: a move of one of the workloads, and other finds about one of them.
    private static Opportunity withOverlaps(
            Opportunity opportunity, List<Opportunity> all, List<Judgement> judgements) {
        List<String> names = new ArrayList<>();
        boolean moves = judgements.stream()
                .filter(judgement -> judgement.move().isPresent())
                .anyMatch(judgement -> opportunity
                        .workloads()
                        .contains(judgement.workload().profile().key().name()));
        if (moves) {
            names.add(SAVINGS);
        }
        names.addAll(opportunity.overlapsWith());
        all.stream()
                .filter(other -> other.kind() != opportunity.kind())
                .filter(other -> !Collections.disjoint(other.workloads(), opportunity.workloads()))
                .map(other -> other.kind().id())
                .distinct()
                .sorted()
                .forEach(names::add);
        return opportunity.overlapping(names);
    }

    static Comparator<Audited> byMoney(Function<Audited, BigDecimal> money) {
        return byMoney(money, Audited::name);
    }

    /// The dearest first, then by name.
    static <T> Comparator<T> byMoney(Function<T, BigDecimal> money, Function<T, String> name) {
        return Comparator.comparing(money).reversed().thenComparing(name);
    }
}
