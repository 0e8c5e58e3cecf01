package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.MovedWorkload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What moves saved against what was projected, and what made the difference.
final class DiffMovedSection {
    private final Comparison comparison;
    private final Signed money;

    DiffMovedSection(Comparison comparison) {
        this.comparison = comparison;
        this.money = Signed.in(comparison);
    }

    void write(Page page) {
        if (comparison.moved().isEmpty()) {
            return;
        }
        page.heading("Moved work: realised against projected, in " + comparison.currency() + " a month");
        Table table = new Table(
                Table.Column.text("WORKLOAD"),
                Table.Column.figures("PROJECTED"),
                Table.Column.figures("REALISED"),
                Table.Column.text(""));
        comparison
                .moved()
                .forEach(moved -> table.row(
                        moved.name(),
                        money.range(moved.projected().low(), moved.projected().expected()),
                        money.amount(moved.realised()),
                        moved.against().name().toLowerCase(Locale.ROOT)));
        List<String> rows = table.lines(page.width());
        page.line(rows.get(0));
        for (int i = 0; i < comparison.moved().size(); i++) {
            page.line(rows.get(i + 1));
            page.paragraph(4, because(comparison.moved().get(i)));
        }
    }

    private String because(MovedWorkload moved) {
        List<String> reasons = new ArrayList<>();
        MovedWorkload.Difference because = moved.because();
        List<String> parts = money.changes(
                List.of(because.volume(), because.share(), because.rest()),
                money.rounded(moved.realised())
                        .subtract(money.rounded(moved.projected().expected())));
        add(reasons, because.volume(), parts.get(0) + " from the number of calls");
        add(reasons, because.share(), parts.get(1) + " from the share that moved" + shares(moved));
        add(reasons, because.rest(), parts.get(2) + " from prices, tokens a call and cache hits");
        String text = reasons.isEmpty()
                ? "As expected."
                : "Against the expected " + money.amount(moved.projected().expected()) + ": "
                        + String.join(", ", reasons) + ".";
        return moved.cacheLoss().signum() == 0
                ? text
                : text + " Lost cache hits cost " + money.amount(moved.cacheLoss()) + ".";
    }

    private void add(List<String> reasons, BigDecimal amount, String reason) {
        if (amount.signum() != 0) {
            reasons.add(reason);
        }
    }

    private static String shares(MovedWorkload moved) {
        return moved.moved()
                .map(share -> " (" + Figures.percent(share) + " of " + Figures.percent(moved.planned()) + ")")
                .orElse("");
    }
}
