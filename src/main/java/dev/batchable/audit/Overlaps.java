package dev.batchable.audit;

import dev.batchable.join.UsageOverlap;
import dev.batchable.price.bill.BillOverlap;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What several inputs tell of the same days, each counted from one of them.
record Overlaps(List<UsageOverlap.Overlap> usage, List<BillOverlap.Control> bills) {
    /// Logs that hold less than this share of what the provider counted are not whole.
    private static final double WHOLE = 0.95;

    List<Finding> findings() {
        return Stream.concat(
                        usage.stream().map(overlap -> overlap.ofLogs() ? logged(overlap) : grouped(overlap)),
                        bills.stream().map(Overlaps::control))
                .toList();
    }

    private static Finding logged(UsageOverlap.Overlap overlap) {
        boolean whole = overlap.finer() >= overlap.tokens() * WHOLE;
        String text = String.format(
                Locale.ROOT,
                "%,d of its buckets are of days and models that the request logs hold, and are not counted again; they"
                        + " tell %,d tokens, the logs %,d%s",
                overlap.buckets(),
                overlap.tokens(),
                overlap.finer(),
                whole ? "" : "; the rest of those days is in no log that was given");
        return new Finding(
                "usage-overlap", whole ? Severity.INFO : Severity.WARNING, overlap.path(), text, Optional.empty());
    }

    private static Finding grouped(UsageOverlap.Overlap overlap) {
        String text = String.format(
                Locale.ROOT,
                "%,d of its buckets (%,d tokens) are told by another export of finer grouping as well, and are counted"
                        + " from there",
                overlap.buckets(),
                overlap.tokens());
        return new Finding("usage-overlap", Severity.INFO, overlap.path(), text, Optional.empty());
    }

    private static Finding control(BillOverlap.Control control) {
        String text = String.format(
                Locale.ROOT,
                "tells model usage of %s on days that another bill tells in more detail: %s %s here, %s %s there."
                        + " Counted from there; left out here: %,d line%s of those days",
                control.provider(),
                rounded(control.control()),
                control.currency(),
                rounded(control.counted()),
                control.currency(),
                control.lines(),
                control.lines() == 1 ? "" : "s");
        return new Finding("bill-overlap", Severity.INFO, control.path(), text, Optional.empty());
    }

    private static String rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
