package dev.batchable.render;

import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.Weight;
import dev.batchable.report.Appendix.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The weights behind an answer added up line by line, so that its confidence can be done again by hand.
///
/// Natural log-odds that nobody waits, from even odds: weights of one family are added and capped, the families
/// are added and capped, and the confidence of the likelier side is 1 ÷ (1 + e^−|total|). The answer's own
/// confidence is lower only where it was held.
final class OddsSection {
    private static final int FAMILY_WIDTH = 10;
    private static final int FIGURE_WIDTH = 6;
    private static final int CONFIDENCE_SCALE = 4;

    private final AnswerReport answer;
    private final List<Rule> rules;

    OddsSection(AnswerReport answer, List<Rule> rules) {
        this.answer = answer;
        this.rules = rules;
    }

    void write(Page page) {
        Map<String, List<Weight>> families = families();
        if (families.isEmpty()) {
            return;
        }
        page.hanging("     ", "Log-odds that nobody waits:");
        families.forEach((family, weights) -> line(page, family, counted(family, weights), terms(family, weights)));
        line(
                page,
                "total",
                total(),
                "confidence 1 / (1 + e^-" + total().abs().toPlainString() + ") = "
                        + confidence().toPlainString() + held());
    }

    private Map<String, List<Weight>> families() {
        Map<String, List<Weight>> families = new LinkedHashMap<>();
        answer.evidence().stream()
                .flatMap(evidence -> evidence.weight().stream())
                .forEach(weight -> families.computeIfAbsent(weight.family(), any -> new ArrayList<>())
                        .add(weight));
        return families;
    }

    /// The sum over the families, within the cap for all.
    BigDecimal total() {
        BigDecimal sum = families().entrySet().stream()
                .map(family -> counted(family.getKey(), family.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return within(sum, cap("combine.total-cap"));
    }

    BigDecimal confidence() {
        double likelier = 1 / (1 + StrictMath.exp(-total().abs().doubleValue()));
        return BigDecimal.valueOf(likelier).setScale(CONFIDENCE_SCALE, RoundingMode.HALF_EVEN);
    }

    private BigDecimal counted(String family, List<Weight> weights) {
        return within(sum(weights), familyCap(family));
    }

    private String terms(String family, List<Weight> weights) {
        String terms = String.join(
                ", ",
                weights.stream()
                        .map(weight -> weight.rule() + " " + signed(weight.logOdds()))
                        .toList());
        boolean capped = sum(weights).compareTo(counted(family, weights)) != 0;
        return capped ? terms + "; capped" : terms;
    }

    private String held() {
        return answer.known()
                .filter(known -> known.confidence().compareTo(confidence()) < 0)
                .map(known -> ", held at " + known.confidence().toPlainString())
                .orElse("");
    }

    private Optional<BigDecimal> familyCap(String family) {
        return cap("combine." + family + "-cap").or(() -> cap("combine.family-cap"));
    }

    private Optional<BigDecimal> cap(String id) {
        return rules.stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::value)
                .findFirst();
    }

    private static BigDecimal sum(List<Weight> weights) {
        return weights.stream().map(Weight::logOdds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal within(BigDecimal sum, Optional<BigDecimal> cap) {
        return cap.map(most -> sum.min(most).max(most.negate())).orElse(sum);
    }

    private static void line(Page page, String name, BigDecimal figure, String text) {
        String lead = Page.padded(name, FAMILY_WIDTH) + Page.rightAligned(signed(figure), FIGURE_WIDTH);
        page.hanging("       " + lead + "   ", text);
    }

    private static String signed(BigDecimal figure) {
        return (figure.signum() > 0 ? "+" : "") + figure.stripTrailingZeros().toPlainString();
    }
}
