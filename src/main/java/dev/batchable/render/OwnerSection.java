package dev.batchable.render;

import dev.batchable.report.Appendix.OwnerTotal;
import dev.batchable.report.AuditReport;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/// Who could save what; only where the policy names an owner at all.
final class OwnerSection {
    private final List<OwnerTotal> owners;
    private final String currency;

    OwnerSection(AuditReport report) {
        this.owners = report.appendix().byOwner();
        this.currency = report.basis().currency();
    }

    void write(Page page) {
        if (owners.stream().allMatch(owner -> owner.owner().isEmpty())) {
            return;
        }
        page.heading("By owner, in " + currency);
        Apportioned realtime = column(OwnerTotal::realtimeSpend);
        Apportioned batchable = column(OwnerTotal::realtimeWhenBatchableSpend);
        Apportioned undecided = column(OwnerTotal::undecidedSpend);
        Apportioned low = column(owner -> owner.monthly().low());
        Apportioned expected = column(owner -> owner.monthly().expected());
        Table table = new Table(
                Table.Column.text("OWNER"),
                Table.Column.figures("REALTIME"),
                Table.Column.figures("COULD WAIT"),
                Table.Column.figures("UNDECIDED"),
                Table.Column.figures("SAVES/MONTH"));
        for (int i = 0; i < owners.size(); i++) {
            table.row(
                    owners.get(i).owner().orElse("(no owner)"),
                    realtime.parts().get(i),
                    batchable.parts().get(i),
                    undecided.parts().get(i),
                    Figures.between(low.parts().get(i), expected.parts().get(i)));
        }
        table.row(
                "TOTAL",
                realtime.total(),
                batchable.total(),
                undecided.total(),
                Figures.between(low.total(), expected.total()));
        table.lines(page.width()).forEach(page::line);
    }

    private Apportioned column(Function<OwnerTotal, BigDecimal> amount) {
        return Apportioned.of(owners.stream().map(amount).toList());
    }
}
