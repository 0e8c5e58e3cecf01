package dev.batchable.checklist.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// All signals together: sums of log-odds, capped by family and in total, from even odds.
///
/// Adding log-odds takes signals for independent, which those of one family are not; hence the caps. Base rates
/// are left out: what share of workloads can wait differs by company. A `no` of 0.9 or more needs either two
/// strong families, or one and nothing at all against it; and what names and operations hint at lifts no answer
/// there: else it is held below. Where a strong family speaks for a user who waits, `no` is disputed whatever
/// speaks for it.
///
/// @param total positive where nobody waits
/// @param held whether the answer was held below 0.9
/// @param disputed whether a `no` goes against a strong family
public record LogOdds(double total, boolean held, boolean disputed) {
    public static LogOdds of(List<Signal> signals) {
        Map<Signal.Family, Double> families = new EnumMap<>(Signal.Family.class);
        signals.forEach(signal -> families.merge(signal.family(), signal.weight(), Double::sum));
        families.replaceAll((family, sum) -> within(sum, family.cap()));
        double total = total(families);
        long strong = families.values().stream()
                .filter(EvidenceRules.STRONG::reachedBy)
                .count();
        boolean contrary = signals.stream().anyMatch(signal -> signal.weight() < 0);
        boolean weakNo = total > 0 && (strong == 0 || (strong == 1 && contrary));
        boolean held = reachesTheTop(total) && (weakNo || !reachesTheTop(totalWithoutHints(families)));
        boolean disputed =
                total > 0 && families.values().stream().anyMatch(sum -> EvidenceRules.STRONG.reachedBy(-sum));
        return new LogOdds(total, held, disputed);
    }

    private static double total(Map<Signal.Family, Double> families) {
        double sum = families.values().stream().mapToDouble(Double::doubleValue).sum();
        return within(sum, EvidenceRules.TOTAL_CAP.value());
    }

    private static double totalWithoutHints(Map<Signal.Family, Double> families) {
        Map<Signal.Family, Double> others = new EnumMap<>(families);
        others.remove(Signal.Family.HINTS);
        return total(others);
    }

    private static boolean reachesTheTop(double total) {
        return logistic(Math.abs(total)) > EvidenceRules.HELD.value();
    }

    private static double within(double sum, double cap) {
        return Math.max(-cap, Math.min(cap, sum));
    }

    /// How sure the likelier answer is, 0.5–1.
    public double confidence() {
        return held ? EvidenceRules.HELD.value() : logistic(Math.abs(total));
    }

    public boolean nobodyWaits() {
        return total > 0;
    }

    private static double logistic(double odds) {
        return 1 / (1 + StrictMath.exp(-odds));
    }
}
