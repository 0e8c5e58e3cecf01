package dev.batchable.opportunity;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.PaidKey;
import dev.batchable.profile.Usage;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a cache of results could save at most: the charged spend of identical calls within a day, which is part
/// of waste. Only calls whose source names a cache key or prompt hash can be told to be identical.
final class ResultCache {
    private ResultCache() {}

    static Optional<Opportunity> of(List<Audited> workloads) {
        List<Audited> repeating = workloads.stream()
                .filter(workload -> paid(workload).signum() > 0)
                .sorted(Opportunities.byMoney(ResultCache::paid))
                .toList();
        if (repeating.isEmpty()) {
            return Optional.empty();
        }
        Lines lines = new Lines();
        Money money = Money.NOTHING;
        for (Audited workload : repeating) {
            addLines(workload, lines);
            money = money.plus(workload.money(Bounds.atMost(paid(workload))));
        }
        return Optional.of(opportunity(repeating, money, lines));
    }

    private static Opportunity opportunity(List<Audited> repeating, Money money, Lines lines) {
        long repeats = repeating.stream().mapToLong(ResultCache::repeats).sum();
        long calls = repeating.stream()
                .mapToLong(workload -> workload.profile().usage().total().requests())
                .sum();
        return new Opportunity(
                Opportunity.Kind.RESULT_CACHE,
                "identical calls",
                repeating.stream().map(Audited::name).toList(),
                Wording.plural(repeats, "call") + " of " + Wording.count(calls) + " in "
                        + Wording.plural(repeating.size(), "workload")
                        + " asked a model the same as a call of the day before them, and were charged again. Part of"
                        + " waste. At most this much: some may be meant to differ.",
                money,
                Audited.share(BigDecimal.valueOf(repeats), BigDecimal.valueOf(calls)),
                lines.lines(),
                List.of("identical is what has the same cache key or prompt hash, model and prompt length, within"
                        + " 24 hours"),
                List.of("wasteSpend"));
    }

    private static void addLines(Audited workload, Lines lines) {
        for (PaidKey key : workload.keys()) {
            if (key.repeats().requests() > 0) {
                key.parts(key.repeats()).forEach(part -> lines.now(key, part));
            }
        }
    }

    private static long repeats(Audited workload) {
        return workload.keys().stream()
                .map(PaidKey::repeats)
                .mapToLong(Usage::requests)
                .sum();
    }

    private static BigDecimal paid(Audited workload) {
        Lines lines = new Lines();
        addLines(workload, lines);
        return lines.difference();
    }
}
