package dev.batchable.audit;

import dev.batchable.join.LogOverlap;
import dev.batchable.join.UsageOverlap;
import dev.batchable.price.bill.BillOverlap;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What several inputs tell of the same days, each counted from one of them.
///
/// @param logs calls left to the log that tells more of them
/// @param amortised path of a bill → lines that spread a price which another bill lists whole
/// @param twice calls counted from two logs, since the inputs cannot be read again
record Overlaps(
        List<LogOverlap.Twice> logs,
        List<LogOverlap.Twice> twice,
        List<UsageOverlap.Overlap> usage,
        List<BillOverlap.Control> bills,
        SortedMap<String, Long> amortised) {
    /// Logs that hold less than this share of what the provider counted are not whole.
    private static final double WHOLE = 0.95;
    private static final int MAX_MODELS = 5;

    List<Finding> findings() {
        return Stream.of(
                        byFormats(logs).map(calls -> calls("are counted from there", Severity.INFO, calls)),
                        byFormats(twice)
                                .map(calls -> calls(
                                        "are counted twice, since standard input cannot be read again; name files instead",
                                        Severity.WARNING,
                                        calls)),
                        usage.stream().map(overlap -> overlap.ofLogs() ? logged(overlap) : grouped(overlap)),
                        bills.stream().map(Overlaps::control),
                        amortised.entrySet().stream().map(bill -> amortised(bill.getKey(), bill.getValue())))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<List<LogOverlap.Twice>> byFormats(List<LogOverlap.Twice> calls) {
        return calls.stream()
                .collect(Collectors.groupingBy(
                        twice -> twice.coarser() + ' ' + twice.finer(), TreeMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private static Finding calls(String consequence, Severity severity, List<LogOverlap.Twice> calls) {
        LogOverlap.Twice one = calls.get(0);
        String models = calls.stream()
                .map(twice -> twice.model().model().orElse("?"))
                .distinct()
                .sorted()
                .limit(MAX_MODELS)
                .collect(Collectors.joining(", "));
        String text = String.format(
                Locale.ROOT,
                "%,d calls (%,d tokens) of %s stand in the logs of %s as well, as many on the same days with as many"
                        + " tokens and without an id in common, and %s",
                calls.stream().mapToLong(LogOverlap.Twice::calls).sum(),
                calls.stream().mapToLong(LogOverlap.Twice::tokens).sum(),
                models,
                one.finer(),
                consequence);
        return new Finding("log-overlap", severity, one.coarser(), text, Optional.empty());
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

    private static Finding amortised(String path, long lines) {
        String text = String.format(
                Locale.ROOT,
                "is an amortised export of days that another bill tells as actual costs; %,d line%s under commitments"
                        + " are left out, since that bill lists what was paid for them",
                lines,
                lines == 1 ? "" : "s");
        return new Finding("bill-overlap", Severity.INFO, path, text, Optional.empty());
    }

    private static String rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
