package dev.batchable.render;

import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.OwnerTotal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Who could save what; only where the policy names an owner at all. Every column adds up as it is shown, and of the
/// last ones only those in which something stands and for which there is room.
final class OwnerSection {
    private final List<OwnerTotal> owners;
    private final String currency;
    private final List<Column> columns = new ArrayList<>();

    OwnerSection(AuditReport report) {
        this.owners = report.appendix().byOwner();
        this.currency = report.basis().currency();
    }

    /// @param cells one of each owner
    private record Column(String title, List<String> cells, String total) {}

    void write(Page page) {
        if (owners.stream().allMatch(owner -> owner.owner().isEmpty())) {
            return;
        }
        page.heading("By owner, in " + currency);
        money("REALTIME", owner -> owner.spend().realtime());
        money("COULD WAIT", owner -> owner.spend().couldWait());
        money("UNDECIDED", owner -> owner.spend().undecided());
        range("SAVES/MONTH", OwnerTotal::monthly);
        net();
        someMoney(page.width(), "WAIVED", owner -> owner.spend().waived());
        someMoney(page.width(), "WASTE", owner -> owner.spend().waste());
        table().lines(page.width()).forEach(page::line);
    }

    private void money(String title, Function<OwnerTotal, BigDecimal> amount) {
        Apportioned shown = apportioned(amount);
        columns.add(new Column(title, shown.parts(), shown.total()));
    }

    /// Where there is any, and room for it.
    private void someMoney(int width, String title, Function<OwnerTotal, BigDecimal> amount) {
        if (owners.stream().anyMatch(owner -> amount.apply(owner).signum() != 0)) {
            money(title, amount);
            if (!table().fits(width)) {
                columns.remove(columns.size() - 1);
            }
        }
    }

    private void range(String title, Function<OwnerTotal, Estimate> estimate) {
        Apportioned low = apportioned(owner -> estimate.apply(owner).low());
        Apportioned expected = apportioned(owner -> estimate.apply(owner).expected());
        List<String> cells = IntStream.range(0, owners.size())
                .mapToObj(i ->
                        Figures.between(low.parts().get(i), expected.parts().get(i)))
                .toList();
        columns.add(new Column(title, cells, Figures.between(low.total(), expected.total())));
    }

    /// Only where it is known of all, and delay costs anything.
    private void net() {
        List<Net> nets = owners.stream().flatMap(owner -> owner.net().stream()).toList();
        boolean costs = nets.stream().anyMatch(net -> !net.deferralCost().equals(Estimate.ZERO));
        if (costs && nets.size() == owners.size()) {
            range("NET/MONTH", owner -> owner.net().orElse(Net.ZERO).monthly());
        }
    }

    private Apportioned apportioned(Function<OwnerTotal, BigDecimal> amount) {
        return Apportioned.of(owners.stream().map(amount).toList());
    }

    private Table table() {
        List<Table.Column> titles = new ArrayList<>(List.of(Table.Column.text("OWNER")));
        columns.forEach(column -> titles.add(Table.Column.figures(column.title())));
        Table table = new Table(titles.toArray(Table.Column[]::new));
        for (int i = 0; i < owners.size(); i++) {
            int owner = i;
            row(
                    table,
                    owners.get(i).owner().orElse("(no owner)"),
                    column -> column.cells().get(owner));
        }
        row(table, "TOTAL", Column::total);
        return table;
    }

    private void row(Table table, String name, Function<Column, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.forEach(column -> cells.add(cell.apply(column)));
        table.row(cells.toArray(String[]::new));
    }
}
