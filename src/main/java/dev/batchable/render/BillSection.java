package dev.batchable.render;

import dev.batchable.report.ReconciliationReport;
import dev.batchable.report.ReconciliationReport.ByModel;
import dev.batchable.report.ReconciliationReport.Charge;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The bill beside the logs, model by model, with a name for every difference.
final class BillSection {
    private final ReconciliationReport bill;

    BillSection(ReconciliationReport bill) {
        this.bill = bill;
    }

    void write(Page page) {
        page.heading("The bill beside the logs");
        Apportioned shown = Apportioned.of(
                List.of(bill.balance().explained(), bill.balance().residual()));
        page.paragraph(
                0,
                shown.total() + " " + bill.currency() + " billed = "
                        + shown.parts().get(0) + " explained by logs + "
                        + shown.parts().get(1) + " not explained" + residuals());
        page.blank();
        table().lines(page.width()).forEach(page::line);
        uncompared(page);
        new BillDetailSection(bill).write(page);
    }

    private void uncompared(Page page) {
        charges(page, "Not AI usage, or not compared: ", bill.uncompared().other());
        charges(page, "Outside the window: ", bill.uncompared().outsideWindow());
        charges(
                page,
                "Partly outside the window, not prorated: ",
                bill.uncompared().partialWindow());
    }

    /// The bill without logs beside it.
    void writeAlone(Page page) {
        page.heading("What was billed, in " + bill.currency());
        Table table = new Table(Table.Column.text("MODEL"), Table.Column.figures("BILLED"));
        bill.byModel().stream()
                .sorted(Comparator.comparing(ByModel::billed).reversed())
                .forEach(row -> table.row(name(row), Figures.money(row.billed())));
        table.lines(page.width()).forEach(page::line);
        uncompared(page);
        new BillDetailSection(bill).writeAlone(page);
    }

    private static String name(ByModel row) {
        return row.provider() + " " + row.model().orElse("(no model named)");
    }

    private String residuals() {
        String parts = bill.residuals().stream()
                .map(part -> Figures.money(part.amount()) + " " + part.reason())
                .collect(Collectors.joining(", "));
        String above = bill.balance().loggedAboveBilled().signum() == 0
                ? ""
                : "; logged above the bill: " + Figures.money(bill.balance().loggedAboveBilled());
        return (parts.isEmpty() ? "" : " (" + parts + ")") + above;
    }

    private Table table() {
        Table table = new Table(
                Table.Column.text("MODEL"),
                Table.Column.figures("BILLED"),
                Table.Column.figures("LOGGED"),
                Table.Column.figures("DIFFERENCE"),
                Table.Column.text("BY"),
                Table.Column.text("REASON"));
        for (ByModel row : bill.byModel()) {
            table.row(
                    name(row),
                    Figures.money(row.billed()),
                    Figures.money(row.logged()),
                    Figures.money(row.difference()),
                    row.matchedBy().name().toLowerCase(Locale.ROOT),
                    row.reason().orElse("-"));
        }
        return table;
    }

    /// Sums per category and currency, since a bill can hold thousands of such lines; each is in the JSON.
    private static void charges(Page page, String label, List<Charge> charges) {
        if (charges.isEmpty()) {
            return;
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        charges.forEach(charge -> sums.merge(
                charge.amount().currency() + " " + charge.category(),
                charge.amount().amount(),
                BigDecimal::add));
        StringBuilder text = new StringBuilder();
        sums.forEach((key, sum) -> text.append(text.length() == 0 ? "" : ", ")
                .append(Figures.money(sum))
                .append(' ')
                .append(key));
        page.hanging(label, text + " (" + Phrases.plural(charges.size(), "line") + ")");
    }
}
