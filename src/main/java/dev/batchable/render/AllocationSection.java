package dev.batchable.render;

import dev.batchable.report.BillAllocation;
import dev.batchable.report.BillAllocation.Share;
import java.math.BigDecimal;
import java.util.List;

/// Whose the bill is, to the cent whatever the size, for these figures are booked.
final class AllocationSection {
    private static final int MOST_ROWS = 10;
    private static final int CENTS = 2;

    private final BillAllocation allocation;
    private final String currency;

    AllocationSection(BillAllocation allocation, String currency) {
        this.allocation = allocation;
        this.currency = currency;
    }

    void write(Page page) {
        if (allocation.byWorkload().isEmpty()) {
            return;
        }
        page.heading("Whose bill it is, in " + currency);
        Table table =
                new Table(Table.Column.text("WORKLOAD"), Table.Column.text("OWNER"), Table.Column.figures("BILLED"));
        List<Share> shares = allocation.byWorkload();
        shares.stream()
                .limit(MOST_ROWS)
                .forEach(share -> table.row(share.workload(), share.owner().orElse("-"), cents(share.billed())));
        if (shares.size() > MOST_ROWS) {
            BigDecimal others =
                    shares.stream().skip(MOST_ROWS).map(Share::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
            table.row("(" + (shares.size() - MOST_ROWS) + " more)", "-", cents(others));
        }
        allocation.unallocated().forEach(rest -> table.row("(" + rest.reason() + ")", "-", cents(rest.billed())));
        table.row("TOTAL", "", cents(allocation.total()));
        table.lines(page.width()).forEach(page::line);
    }

    private static String cents(BigDecimal amount) {
        return Figures.fixed(amount, CENTS);
    }
}
