package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.MovedWorkload;
import dev.batchable.diff.SavingChange;
import dev.batchable.diff.ServiceChange;
import dev.batchable.diff.ServiceChange.Role;
import dev.batchable.report.Estimate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The first lines: what it comes to, and whether to look at something.
final class DiffSummarySection {
    /// As many as are read in a line or two; the table has them all.
    private static final int LATENCIES = 3;

    private final Comparison comparison;
    private final String currency;
    private final Signed money;

    DiffSummarySection(Comparison comparison) {
        this.comparison = comparison;
        this.currency = comparison.currency();
        this.money = Signed.in(comparison);
    }

    void write(Page page) {
        page.labelled("Spend", spend());
        page.labelled("Savings", savings());
        page.labelled("Moved", moved());
        page.labelled("Customers", service(change -> change.role() != Role.MOVED));
        if (!comparison.moved().isEmpty()) {
            page.labelled("Moved work", service(change -> change.role() == Role.MOVED));
        }
    }

    private String spend() {
        Comparison.Spend spend = comparison.spend();
        BigDecimal change = comparison.change();
        String share = spend.old().signum() == 0
                ? ""
                : " (" + sign(change) + Figures.percent(Figures.share(change, spend.old())) + ")";
        String most = change.signum() == 0 ? "" : "; most of it " + largest(ShownEffects.of(comparison));
        return money.amount(spend.old()) + " " + currency + " before, " + money.amount(spend.now()) + " now, a "
                + comparison.footing().unit() + ": " + money.change(change) + share + most;
    }

    private static String sign(BigDecimal change) {
        return change.signum() > 0 ? "+" : "";
    }

    private String largest(ShownEffects effects) {
        return Map.of(
                        "volume", effects.volume(),
                        "behaviour", effects.behaviour(),
                        "mix", effects.mix(),
                        "price", effects.price())
                .entrySet()
                .stream()
                .max(Comparator.<Map.Entry<String, BigDecimal>, BigDecimal>comparing(
                                effect -> effect.getValue().abs())
                        .thenComparing(Map.Entry::getKey))
                .map(effect -> effect.getKey() + " (" + money.change(effect.getValue()) + ")")
                .orElse("");
    }

    private String savings() {
        SavingChange low = comparison.savings().low();
        SavingChange expected = comparison.savings().expected();
        return money.range(low.old(), expected.old()) + " " + currency + " a month left on the table before, "
                + money.range(low.now(), expected.now()) + " now";
    }

    private String moved() {
        List<MovedWorkload> moved = comparison.moved();
        if (moved.isEmpty()) {
            return "nothing that was recommended to move runs on a cheaper tier since";
        }
        BigDecimal realised = moved.stream().map(MovedWorkload::realised).reduce(BigDecimal.ZERO, BigDecimal::add);
        Estimate projected = moved.stream().map(MovedWorkload::projected).reduce(Estimate.ZERO, Estimate::plus);
        return Phrases.plural(moved.size(), "workload") + ", saving " + money.amount(realised) + " " + currency
                + " a month; projected were " + money.range(projected.low(), projected.expected());
    }

    private interface Which {
        boolean of(ServiceChange change);
    }

    private String service(Which which) {
        List<ServiceChange> changes =
                comparison.service().stream().filter(which::of).toList();
        if (changes.isEmpty()) {
            return "no workload on which users are known to wait is in both reports";
        }
        String worse = changes.stream()
                .filter(change -> !change.concerns().isEmpty())
                .map(DiffConcerns::of)
                .collect(Collectors.joining("; "));
        return worse.isEmpty() ? "served no worse than before" + latencies(changes) : "look at " + worse;
    }

    private static String latencies(List<ServiceChange> changes) {
        String told = changes.stream()
                .flatMap(change -> DiffConcerns.latency(change).stream())
                .limit(LATENCIES)
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : "; p95 of " + told;
    }
}
