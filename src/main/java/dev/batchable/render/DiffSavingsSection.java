package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.SavingChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Why the saving left on the table changed: from the old figure to the new one, line by line.
final class DiffSavingsSection {
    private static final List<Row> ROWS = List.of(
            new Row("moved since", SavingChange::moved),
            new Row("volume", SavingChange::volume),
            new Row("behaviour", SavingChange::behaviour),
            new Row("mix", SavingChange::mix),
            new Row("price", SavingChange::price),
            new Row("verdict changed", SavingChange::verdict),
            new Row("what a moved dollar saves", SavingChange::terms));

    private final Comparison comparison;
    private final Signed money;

    DiffSavingsSection(Comparison comparison) {
        this.comparison = comparison;
        this.money = Signed.in(comparison);
    }

    private record Row(String name, Function<SavingChange, BigDecimal> part) {}

    void write(Page page) {
        page.heading("Why the saving left on the table changed, in " + comparison.currency() + " a month");
        Table table = new Table(Table.Column.text(""), Table.Column.figures("LOW"), Table.Column.figures("EXPECTED"));
        List<String> low = column(comparison.savings().low());
        List<String> expected = column(comparison.savings().expected());
        table.row("before", unsigned(low.get(0)), unsigned(expected.get(0)));
        for (int i = 0; i < ROWS.size(); i++) {
            if (!(low.get(i + 1) + expected.get(i + 1)).equals("00")) {
                table.row(ROWS.get(i).name, low.get(i + 1), expected.get(i + 1));
            }
        }
        int last = ROWS.size() + 1;
        table.row("NOW", unsigned(low.get(last)), unsigned(expected.get(last)));
        table.lines(page.width()).forEach(page::line);
    }

    private List<String> column(SavingChange change) {
        List<BigDecimal> parts = new ArrayList<>(List.of(change.old()));
        ROWS.forEach(row -> parts.add(row.part.apply(change)));
        return money.changes(parts);
    }

    private static String unsigned(String figure) {
        return figure.startsWith("+") ? figure.substring(1) : figure;
    }
}
