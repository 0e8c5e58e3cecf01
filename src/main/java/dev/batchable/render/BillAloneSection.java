package dev.batchable.render;

import dev.batchable.record.Tier;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis.Period;
import dev.batchable.report.ReconciliationReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// What a bill without request logs tells: spend by tier, and an upper bound, called one.
final class BillAloneSection {
    private final AuditReport report;
    private final ReconciliationReport bill;

    BillAloneSection(AuditReport report, ReconciliationReport bill) {
        this.report = report;
        this.bill = bill;
    }

    void write(Page page) {
        Period period = report.basis().window();
        page.hanging(
                "",
                "AI spend on the bill alone: " + period.from() + " to "
                        + period.to().minusDays(1) + " (" + Phrases.plural(period.days(), "day") + ")");
        page.blank();
        page.labelled("Sources", SummarySection.sources(report));
        page.labelled("Billed", billed());
        page.labelled("Savings", bound());
        page.labelled(
                "Next", "Read a request log of the same days beside the bill; it tells which work nobody waits for.");
        BigDecimal unknown = bill.billedByTier().getOrDefault(Tier.UNKNOWN, BigDecimal.ZERO);
        if (unknown.signum() != 0) {
            page.labelled("", "Export the bill grouped by service tier: " + money(unknown) + " tell none.");
        }
        if (!report.conclusions().gate().rules().isEmpty()) {
            new SummarySection(report).gate(page);
        }
        new BillSection(bill).writeAlone(page);
    }

    private String billed() {
        List<Map.Entry<Tier, BigDecimal>> tiers =
                bill.billedByTier().entrySet().stream().toList();
        Apportioned shown =
                Apportioned.of(tiers.stream().map(Map.Entry::getValue).toList());
        StringBuilder text = new StringBuilder(shown.total() + " " + bill.currency() + " of AI usage");
        for (int i = 0; i < tiers.size(); i++) {
            text.append(i == 0 ? ": " : ", ")
                    .append(shown.parts().get(i))
                    .append(' ')
                    .append(name(tiers.get(i).getKey()));
        }
        return text.toString();
    }

    private String bound() {
        return "not known; no more than the " + money(bill.billedRealtime())
                + " billed on a realtime tier could move at all: an upper bound of what moves, not of what is saved";
    }

    private static String name(Tier tier) {
        return tier == Tier.UNKNOWN ? "on a tier not told" : tier.id();
    }

    private String money(BigDecimal amount) {
        return Figures.money(amount, bill.currency());
    }
}
