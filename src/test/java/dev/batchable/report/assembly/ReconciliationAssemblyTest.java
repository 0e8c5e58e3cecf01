package dev.batchable.report.assembly;

import static dev.batchable.report.ReportFixtures.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.price.reconciliation.Reconciliation.Totals;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Money;
import dev.batchable.record.Tier;
import dev.batchable.record.Window;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.ReconciliationReport.MatchedBy;
import dev.batchable.report.assembly.AuditFacts.Reconciled;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconciliationAssemblyTest {
    private static Reconciled reconciled(String above, Optional<Window> fitting) {
        Instant start = Instant.parse("2026-10-01T00:00:00Z");
        Instant end = Instant.parse("2026-11-01T00:00:00Z");
        return ReconciliationAssembly.reconciled(new Reconciliation(
                "USD",
                new Totals(
                        decimal("10"),
                        decimal("8"),
                        decimal("2"),
                        decimal(above),
                        decimal("0.05"),
                        Optional.empty(),
                        new TreeMap<>(Map.of(Tier.STANDARD, decimal("10")))),
                List.of(new Reconciliation.ByModel(
                        "openai",
                        Optional.of("gpt-4.1"),
                        decimal("10"),
                        decimal("8.5"),
                        decimal("8"),
                        decimal(above),
                        Reconciliation.MatchedBy.AMOUNT,
                        Optional.of(Reconciliation.Reason.MISSING_LOGS))),
                List.of(new Reconciliation.Residual(Reconciliation.Reason.MISSING_LOGS, decimal("2"))),
                List.of(
                        new Reconciliation.Charge(
                                "openai", "VAT", ChargeCategory.TAX, false, Money.usd("1.9"), start, end),
                        new Reconciliation.Charge(
                                "openai", "August", ChargeCategory.USAGE, true, Money.usd("-1"), start, end)),
                List.of(),
                List.of(),
                new Reconciliation.Detail(
                        List.of(),
                        List.of(),
                        List.of(),
                        new Reconciliation.Allocation(
                                List.of(new Reconciliation.Share("m", Optional.empty(), decimal("8"))),
                                List.of(new Reconciliation.Residual(Reconciliation.Reason.MISSING_LOGS, decimal("2")))),
                        new TreeMap<>()),
                fitting));
    }

    @Test
    void namesTheDifferenceAndTheResidual() {
        ReconciliationReport report = reconciled("0", Optional.empty()).report();

        assertThat(report.byModel().get(0).difference()).isEqualTo(decimal("1.5"));
        assertThat(report.byModel().get(0).reason()).contains("missing logs");
        assertThat(report.byModel().get(0).matchedBy()).isEqualTo(MatchedBy.AMOUNT);
        assertThat(report.residuals().stream().map(part -> part.amount()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(report.balance().residual());
    }

    @Test
    void tellsCorrectionsFromOtherUse() {
        assertThat(reconciled("0", Optional.empty()).report().uncompared().other())
                .extracting(charge -> charge.category())
                .containsExactly("tax", "correction");
    }

    @Test
    void findsLogsAboveTheBillOnlyBeyondRounding() {
        assertThat(reconciled("0.05", Optional.empty()).findings()).isEmpty();
        assertThat(reconciled("0.06", Optional.empty()).findings())
                .extracting(Finding::id)
                .containsExactly("logged-above-billed");
    }

    @Test
    void proposesTheWindowThatFitsTheBill() {
        Window september = new Window(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-11-01"), ZoneOffset.UTC);

        assertThat(reconciled("0", Optional.of(september)).findings())
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .endsWith("--since 2026-09-01 --until 2026-11-01 fits it.");
    }
}
