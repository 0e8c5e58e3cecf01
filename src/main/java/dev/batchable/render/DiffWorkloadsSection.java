package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.WorkloadChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The workloads by the size of their change. Those not listed are summed in one row, so that the columns add
/// up to the totals whatever was asked for.
final class DiffWorkloadsSection {
    private final Comparison comparison;
    private final Signed money;
    private final List<WorkloadChange> listed;
    private final List<WorkloadChange> others;

    DiffWorkloadsSection(Comparison comparison, RenderOptions options) {
        this.comparison = comparison;
        this.money = Signed.in(comparison);
        this.listed = comparison.workloads().stream()
                .filter(change -> options.workload()
                        .map(glob -> glob.matches(change.name()))
                        .orElse(true))
                .limit(options.top().orElse(Integer.MAX_VALUE))
                .toList();
        this.others = comparison.workloads().stream()
                .filter(change -> !listed.contains(change))
                .toList();
    }

    void write(Page page) {
        page.heading("Workloads by change, in " + comparison.currency() + " a "
                + comparison.footing().unit());
        table().lines(page.width()).forEach(page::line);
        page.blank();
        page.paragraph(
                0, "Rounded so that columns add up; rows add up in the .json and .csv, where nothing is rounded.");
    }

    private Table table() {
        Table table = new Table(
                Table.Column.text("WORKLOAD"),
                Table.Column.figures("BEFORE"),
                Table.Column.figures("NOW"),
                Table.Column.figures("VOLUME"),
                Table.Column.figures("BEHAVIOUR"),
                Table.Column.figures("MIX"),
                Table.Column.figures("PRICE"));
        List<List<String>> columns = columns();
        for (int i = 0; i < columns.get(0).size(); i++) {
            int row = i;
            table.row(columns.stream().map(column -> column.get(row)).toArray(String[]::new));
        }
        return table;
    }

    private List<List<String>> columns() {
        ShownEffects shown = ShownEffects.of(comparison);
        return List.of(
                names(),
                money.amounts(sums(WorkloadChange::oldSpend)),
                money.amounts(sums(WorkloadChange::newSpend)),
                changes(change -> change.effects().volume(), shown.volume()),
                changes(change -> change.effects().behaviour().total(), shown.behaviour()),
                changes(change -> change.effects().mix().total(), shown.mix()),
                changes(change -> change.effects().price(), shown.price()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        listed.forEach(change -> names.add(change.name() + kind(change)));
        if (!others.isEmpty()) {
            names.add("(" + others.size() + " more)");
        }
        names.add("TOTAL");
        return names;
    }

    private static String kind(WorkloadChange change) {
        if (change.isKept()) {
            return "";
        }
        return change.old().isEmpty() ? " (new)" : " (gone)";
    }

    private List<String> changes(Function<WorkloadChange, BigDecimal> change, BigDecimal total) {
        return money.changes(sums(change), total);
    }

    private List<BigDecimal> sums(Function<WorkloadChange, BigDecimal> amount) {
        List<BigDecimal> sums = new ArrayList<>();
        listed.forEach(change -> sums.add(amount.apply(change)));
        if (!others.isEmpty()) {
            sums.add(others.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return sums;
    }
}
