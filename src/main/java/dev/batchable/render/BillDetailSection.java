package dev.batchable.render;

import dev.batchable.report.BillDetail;
import dev.batchable.report.BillDetail.Day;
import dev.batchable.report.BillDetail.Rate;
import dev.batchable.report.BillDetail.Sunk;
import dev.batchable.report.ReconciliationReport;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Below the bill: what counts as rounding, what no move lowers, the days that differ, and the rates paid.
final class BillDetailSection {
    private static final int MOST_ROWS = 10;
    private static final int MILLION_DIGITS = 6;

    private final String currency;
    private final BillDetail detail;

    BillDetailSection(ReconciliationReport bill) {
        this.currency = bill.currency();
        this.detail = bill.detail();
    }

    void write(Page page) {
        page.hanging(
                "Taken for rounding: ",
                "up to " + Figures.exact(detail.tolerance().amount()) + " " + currency + " in all, "
                        + detail.tolerance().rule());
        sunk(page);
        days(page);
        rates(page);
        new AllocationSection(detail.allocation(), currency).write(page);
    }

    /// What can be told without logs.
    void writeAlone(Page page) {
        sunk(page);
        rates(page);
    }

    private void sunk(Page page) {
        for (Sunk sunk : detail.sunk()) {
            page.hanging(
                    "No move lowers: ",
                    Figures.money(sunk.billed(), currency) + " of " + name(sunk.provider(), sunk.model()) + ", "
                            + paidBy(sunk) + quantity(sunk));
        }
    }

    private static String quantity(Sunk sunk) {
        return sunk.quantity()
                .map(tokens -> " (" + Figures.count(tokens.longValue()) + " tokens)")
                .orElse("");
    }

    private static String paidBy(Sunk sunk) {
        return switch (sunk.funding()) {
            case ON_DEMAND -> "paid as used";
            case COMMITTED -> "covered by a commitment";
            case PROVISIONED -> "provisioned capacity";
            case FREE -> "free of charge";
            case CREDIT -> "paid by a credit";
        };
    }

    private void days(Page page) {
        List<Day> differing = detail.byDay().stream()
                .filter(day -> day.reason().isPresent() && day.days() == 1)
                .sorted(Comparator.comparing(
                                (Day day) -> day.sides().difference().abs())
                        .reversed())
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        page.heading("Days on which bill and logs differ, in " + currency);
        dayTable(differing).lines(page.width()).forEach(page::line);
        rest(page, differing.size());
    }

    private static Table dayTable(List<Day> days) {
        Table table = new Table(
                Table.Column.text("MODEL"),
                Table.Column.text("DAY"),
                Table.Column.figures("BILLED"),
                Table.Column.figures("LOGGED"),
                Table.Column.figures("DIFFERENCE"),
                Table.Column.text("REASON"));
        days.stream()
                .limit(MOST_ROWS)
                .forEach(day -> table.row(
                        name(day.provider(), day.model()),
                        day.day() + " " + day.zone().getId(),
                        Figures.money(day.sides().billed()),
                        Figures.money(day.sides().logged()),
                        Figures.money(day.sides().difference()),
                        day.reason().orElse("-")));
        return table;
    }

    private void rates(Page page) {
        if (detail.rates().isEmpty()) {
            return;
        }
        List<Rate> others = detail.rates().stream()
                .filter(rate -> rate.discount().map(BigDecimal::signum).orElse(1) != 0)
                .sorted(Comparator.comparing(Rate::billed).reversed())
                .toList();
        int listed = detail.rates().size() - others.size();
        page.heading("Rates paid, in " + currency + " per million tokens");
        page.line(Phrases.plural(detail.rates().size(), "rate") + " on the bill, " + listed + " at list price"
                + (others.isEmpty() ? "." : "; the others:"));
        if (!others.isEmpty()) {
            rateTable(others).lines(page.width()).forEach(page::line);
            rest(page, others.size());
        }
    }

    private static Table rateTable(List<Rate> rates) {
        Table table = new Table(
                Table.Column.text("MODEL"),
                Table.Column.text("TIER"),
                Table.Column.text("TOKENS"),
                Table.Column.figures("MILLIONS"),
                Table.Column.figures("PAID"),
                Table.Column.figures("LIST"),
                Table.Column.figures("DISCOUNT"));
        rates.stream()
                .limit(MOST_ROWS)
                .forEach(rate -> table.row(
                        name(rate.subject().provider(), rate.subject().model()),
                        rate.subject().tier().id(),
                        rate.subject().tokenKind().id(),
                        Figures.money(rate.quantity().movePointLeft(MILLION_DIGITS)),
                        Figures.exact(rate.effective()),
                        rate.list().map(Figures::exact).orElse("?"),
                        rate.discount().map(Figures::percent).orElse("?")));
        return table;
    }

    private static void rest(Page page, int rows) {
        if (rows > MOST_ROWS) {
            page.line("and " + (rows - MOST_ROWS) + " more in the saved report");
        }
    }

    private static String name(String provider, Optional<String> model) {
        return provider + " " + model.orElse("(no model named)");
    }
}
