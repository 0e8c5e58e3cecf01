package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.AnswerReport.Weight;
import dev.batchable.report.Appendix.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OddsSectionTest {
    private static final List<Rule> RULES = List.of(
            rule("combine.family-cap", "2.6"), rule("combine.hints-cap", "0.8"), rule("combine.total-cap", "4"));

    @Test
    void addsWeightsUpByFamily() {
        assertThat(section("0.9478", weight("rhythm", "2.4"), weight("hints", "0.5"))
                        .lines())
                .containsExactly(
                        "     Log-odds that nobody waits:",
                        "       rhythm      +2.4   a.rhythm +2.4",
                        "       hints       +0.5   a.hints +0.5",
                        "       total       +2.9   confidence 1 / (1 + e^-2.9) = 0.9478");
    }

    @Test
    void capsFamiliesAndTheirSum() {
        assertThat(section("0.982", weight("people", "-2"), weight("people", "-1.2"), weight("sessions", "-2.35")))
                .contains("people      -2.6   a.people -2, a.people -1.2; capped")
                .contains("total         -4   confidence 1 / (1 + e^-4) = 0.9820\n");
        assertThat(section("0.69", weight("hints", "0.9"))).contains("hints       +0.8   a.hints +0.9; capped");
    }

    @Test
    void saysWhereAConfidenceIsHeldBelowItsOdds() {
        assertThat(section("0.89", weight("rhythm", "2.4"))).contains("= 0.9168, held at 0.89\n");
    }

    @Test
    void leavesAnswersWithoutWeightsAlone() {
        assertThat(section("0.7")).isEmpty();
    }

    private static String section(String confidence, Weight... weights) {
        AnswerReport answer = new AnswerReport(
                QuestionId.USER_WAITING,
                Lean.BATCH,
                Optional.of(
                        new AnswerReport.Known("no", new BigDecimal(confidence), Origin.OBSERVED, Optional.empty())),
                Optional.empty(),
                Stream.of(weights).map(OddsSectionTest::evidence).toList(),
                Optional.empty());
        Page page = new Page(100);
        new OddsSection(answer, RULES).write(page);
        return page.toString();
    }

    private static EvidenceReport evidence(Weight weight) {
        return new EvidenceReport(
                "a",
                "found",
                "expected",
                1,
                Lean.BATCH,
                "2026-10-01/2026-10-31",
                Optional.empty(),
                Optional.of(weight));
    }

    private static Weight weight(String family, String logOdds) {
        return new Weight(family, "a." + family, new BigDecimal(logOdds));
    }

    private static Rule rule(String id, String value) {
        return new Rule(id, new BigDecimal(value), "log-odds", "assumed");
    }
}
