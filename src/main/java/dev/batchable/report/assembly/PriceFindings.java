package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.PriceChange;
import dev.batchable.price.StalePrices;
import dev.batchable.price.TargetRating;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Source;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far the prices can be trusted: those that are known to change within the month ahead, and those that are
/// older than the calls they rate.
final class PriceFindings {
    private final AuditFacts facts;
    private final String currency;

    PriceFindings(AuditFacts facts) {
        this.facts = facts;
        this.currency = facts.rated().currency();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        facts.rated().outlook().changes().forEach(change -> findings.add(change(change)));
        facts.rated().outlook().stale().forEach(stale -> findings.add(stale(stale)));
        return findings;
    }

    private Finding change(PriceChange change) {
        return new Finding(
                "price-change",
                Severity.WARNING,
                change.name(),
                "From " + change.day() + " on, per million tokens: " + steps(change) + doubt(change) + ". "
                        + effect(change),
                change.spend().signum() == 0 && change.unknown().signum() != 0
                        ? Optional.empty()
                        : Optional.of(change.spend()));
    }

    /// By tier and band.
    private static String steps(PriceChange change) {
        Map<String, List<String>> byPlace = new TreeMap<>();
        change.steps()
                .forEach(step -> byPlace.computeIfAbsent(place(step.before()), unseen -> new ArrayList<>())
                        .add(step.before().subject().kind().id() + " "
                                + step.before().perMillion().toPlainString() + " to "
                                + step.after()
                                        .map(row -> row.perMillion().toPlainString())
                                        .orElse("unknown")));
        return byPlace.entrySet().stream()
                .map(place -> place.getKey() + " " + String.join(", ", place.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String place(PriceRow row) {
        PriceRow.Subject subject = row.subject();
        return subject.tier().id() + (subject.band().equals("base") ? "" : " " + subject.band());
    }

    private static String doubt(PriceChange change) {
        boolean assumed = change.steps().stream()
                .flatMap(step -> step.after().stream())
                .anyMatch(row -> row.source().confidence() == Source.Confidence.ASSUMED);
        return assumed ? " (assumed: no source states the prices after that day)" : "";
    }

    private String effect(PriceChange change) {
        List<String> effects = new ArrayList<>();
        effects.add(moved("monthly spend", change.spend()));
        BigDecimal saving = saving(change);
        if (saving.signum() != 0) {
            effects.add(moved("the monthly saving of the recommended moves", saving));
        }
        if (change.unknown().signum() != 0) {
            effects.add(rounded(change.unknown()) + " " + currency + " a month have no known price from then on");
        }
        return "At the use of the window " + String.join("; ", effects) + ".";
    }

    private String moved(String what, BigDecimal amount) {
        return amount.signum() == 0
                ? what + " stays the same"
                : what + (amount.signum() > 0 ? " grows by " : " shrinks by ") + rounded(amount.abs()) + " " + currency;
    }

    /// What the change does to recommended savings: each moves with the distance between its two prices.
    private BigDecimal saving(PriceChange change) {
        Map<String, PriceChange.Part> parts =
                change.parts().stream().collect(Collectors.toUnmodifiableMap(PriceChange.Part::workload, part -> part));
        return facts.judgements().stream()
                .filter(Judgement::recommended)
                .flatMap(judgement ->
                        Optional.ofNullable(parts.get(name(judgement))).map(part -> saving(judgement, part)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal saving(Judgement judgement, PriceChange.Part part) {
        return judgement.move().stream()
                .flatMap(move -> judgement.workload().targets().stream()
                        .filter(target -> target.target() == move.target())
                        .filter(TargetRating.Rated.class::isInstance)
                        .map(TargetRating.Rated.class::cast)
                        .map(rated -> scaled(move, rated, part)))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal scaled(Judgement.Move move, TargetRating.Rated rated, PriceChange.Part part) {
        BigDecimal gap = rated.terms()
                .movableAsOf()
                .subtract(rated.terms().costAsOf().expected())
                .multiply(rated.monthlyFactor().expected());
        BigDecimal change = part.gap().getOrDefault(move.target(), BigDecimal.ZERO);
        return gap.signum() == 0
                ? BigDecimal.ZERO
                : move.saving().monthly().expected().multiply(change).divide(gap, MathContext.DECIMAL64);
    }

    private Finding stale(StalePrices stale) {
        return new Finding(
                "catalog-stale",
                Severity.WARNING,
                stale.provider(),
                "Prices of " + stale.provider() + " were last seen on " + stale.seen() + ", and calls run to "
                        + stale.newest() + ": " + rounded(stale.spend()) + " " + currency
                        + " were spent after that day, at prices that may have changed. Use a newer release, or state"
                        + " current prices with --prices.",
                Optional.of(stale.spend()));
    }

    private static String name(Judgement judgement) {
        return judgement.workload().profile().key().name();
    }

    private static String rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
