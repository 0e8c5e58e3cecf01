package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.Service;
import dev.batchable.diff.ServiceChange;
import dev.batchable.report.WorkloadUsage.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How moved and customer-facing work was served before and after, so that a saving is not judged by its cost
/// alone.
final class DiffServiceSection {
    private final Comparison comparison;

    DiffServiceSection(Comparison comparison) {
        this.comparison = comparison;
    }

    void write(Page page) {
        if (comparison.service().isEmpty()) {
            return;
        }
        page.heading("Service of moved and of customer-facing work");
        Table table = new Table(
                Table.Column.text(""),
                Table.Column.figures("CALLS"),
                Table.Column.figures("ANSWERED"),
                Table.Column.figures("TIMEOUT"),
                Table.Column.figures("REFUSED"),
                Table.Column.figures("P50/P95/P99 s"),
                Table.Column.figures("FIRST"),
                Table.Column.figures("WASTE"));
        for (ServiceChange change : comparison.service()) {
            row(table, "before", change.old());
            row(table, "now", change.now());
        }
        List<String> rows = table.lines(page.width());
        page.line(rows.get(0));
        int next = 1;
        for (ServiceChange change : comparison.service()) {
            page.line(change.name() + " (" + role(change) + ")");
            page.line(rows.get(next++));
            page.line(rows.get(next++));
            if (!change.concerns().isEmpty()) {
                page.paragraph(4, "Look: " + DiffConcerns.of(change) + ".");
            }
        }
        page.blank();
        page.paragraph(
                0,
                "Shares of the calls whose end is known. REFUSED: by the provider, for load. FIRST: 95th percentile"
                        + " to the first token, in seconds. WASTE: share of spend. What counts as worse: docs/diff.md.");
    }

    private static void row(Table table, String when, Service service) {
        table.row(
                "  " + when,
                Figures.count(service.known()),
                share(service.completed()),
                share(service.timedOut()),
                share(service.rateLimited()),
                service.latency().map(DiffServiceSection::latency).orElse("-"),
                service.firstToken().map(first -> seconds(first.p95())).orElse("-"),
                share(service.waste()));
    }

    private static String role(ServiceChange change) {
        return switch (change.role()) {
            case MOVED -> "moved";
            case CUSTOMER_FACING_SAME_QUOTA -> "users wait; shares a rate limit with moved work";
            case CUSTOMER_FACING -> "users wait";
        };
    }

    private static String share(Optional<BigDecimal> share) {
        return share.map(Figures::percent).orElse("-");
    }

    private static String latency(Percentiles latency) {
        return seconds(latency.p50()) + "/" + seconds(latency.p95()) + "/" + seconds(latency.p99());
    }

    private static String seconds(long millis) {
        return Figures.tenths(BigDecimal.valueOf(millis).movePointLeft(3));
    }
}
