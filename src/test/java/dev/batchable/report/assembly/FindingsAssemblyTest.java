package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.QuestionId;
import dev.batchable.price.ForeignSpend;
import dev.batchable.price.PriceDisagreement;
import dev.batchable.record.Money;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.assembly.AuditFacts.Background;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsAssemblyTest {
    private static List<Finding> findings(Facts facts) {
        return facts.assemble().conclusions().findings();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(findings(Facts.of(new JudgedFixture("w")))).isEmpty();
    }

    @Test
    void namesADeclarationThatTheLogsContradict() {
        assertThat(findings(
                        Facts.of(new JudgedFixture("w").spends("12", "0", "0").contradicted(QuestionId.USER_WAITING))))
                .containsExactly(new Finding(
                        "declaration-contradicted",
                        Severity.WARNING,
                        "w",
                        "The policy declares user_waiting: no, but the logs show 90 % of calls streamed.",
                        Optional.of(decimal("12"))));
    }

    @Test
    void namesWhatHasNoPrice() {
        assertThat(findings(Facts.of(new JudgedFixture("w").unpriced(3, 40, "m1", "m2"))))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("3 calls with 40 tokens and no price (m1, m2); their cost is in no figure. Supply one with"
                        + " --prices.");
        assertThat(findings(Facts.of(new JudgedFixture("w").unpriced(0, 40))))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("(no model)");
    }

    @Test
    void asksForTokensOrModelsWhereAPriceWouldNotHelp() {
        assertThat(findings(Facts.of(new JudgedFixture("w").unpriced(3, 0, "m1")))
                        .get(0)
                        .text())
                .contains("The source tells no tokens of them")
                .doesNotContain("--prices");
        assertThat(findings(Facts.of(new JudgedFixture("w").unpriced(3, 40, "?")))
                        .get(0)
                        .text())
                .contains("export it by model")
                .doesNotContain("--prices");
    }

    @Test
    void asksForTheTierWhereTheSourceDoesNotTellIt() {
        Finding finding =
                findings(Facts.of(new JudgedFixture("w").unknownTier("5"))).get(0);

        assertThat(finding.id()).isEqualTo("unknown-tier");
        assertThat(finding.money()).contains(decimal("5"));
        assertThat(finding.text()).contains("grouped by service tier");
    }

    @Test
    void namesForeignMoneyAndDisagreeingPrices() {
        List<Finding> findings = findings(Facts.of()
                .apart(new ForeignSpend("w", new Money(decimal("1.005"), "GBP"), 2))
                .disagreement(new PriceDisagreement("v", decimal("8"), decimal("10"))));

        assertThat(findings).extracting(Finding::id).containsExactly("foreign-currency", "price-disagreement");
        assertThat(findings.get(0).text()).startsWith("1.00 GBP are in no figure");
        assertThat(findings.get(1).money()).contains(decimal("-2"));
    }

    @Test
    void warnsOfAWindowBelowAWeek() {
        assertThat(findings(Facts.of().observed(Set.of(LocalDate.parse("2026-10-01")))))
                .singleElement()
                .extracting(Finding::id)
                .isEqualTo("thin-window");
    }

    @Test
    void putsTheGravestFirstThenTheDearest() {
        Finding info = new Finding("a", Severity.INFO, "s", "t", Optional.of(decimal("100")));
        Finding cheap = new Finding("b", Severity.WARNING, "s", "t", Optional.of(decimal("1")));
        Finding loss = new Finding("c", Severity.WARNING, "s", "t", Optional.of(decimal("-50")));
        Finding error = new Finding("d", Severity.ERROR, "s", "t", Optional.empty());

        assertThat(findings(Facts.of().background(new Background(List.of(info, cheap, loss, error), List.of()))))
                .containsExactly(error, loss, cheap, info);
    }
}
