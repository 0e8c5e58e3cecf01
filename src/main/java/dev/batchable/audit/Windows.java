package dev.batchable.audit;

import dev.batchable.input.InputSummary;
import dev.batchable.record.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The days an audit is about: the ones asked for, else the span of the requests, else that of usage buckets,
/// else that of the bill, widened to whole days.
final class Windows {
    private Windows() {}

    static Collector.WantedDays wanted(AuditRequest.Scope scope) {
        return new Collector.WantedDays(
                scope.since().map(day -> start(day, scope.zone())).orElse(Instant.MIN),
                scope.until().map(day -> start(day, scope.zone())).orElse(Instant.MAX));
    }

    /// Where nothing read has a time and the days asked for make no window of their own, one day stands for it:
    /// the one asked for, else the first there is, so that even an empty report has the same bytes on every
    /// day.
    static Window of(AuditRequest.Scope scope, List<InputSummary> inputs) {
        Optional<InputSummary.Span> span = span(inputs, InputSummary.Kind.REQUESTS)
                .or(() -> span(inputs, InputSummary.Kind.USAGE))
                .or(() -> span(inputs, InputSummary.Kind.BILLING));
        Optional<LocalDate> from = scope.since().or(() -> span.map(s -> LocalDate.ofInstant(s.first(), scope.zone())));
        Optional<LocalDate> to = scope.until()
                .or(() -> span.map(
                        s -> LocalDate.ofInstant(s.last(), scope.zone()).plusDays(1)));
        LocalDate first = from.or(() -> to.map(day -> day.minusDays(1))).orElse(LocalDate.EPOCH);
        return new Window(first, to.filter(first::isBefore).orElse(first.plusDays(1)), scope.zone());
    }

    private static Optional<InputSummary.Span> span(List<InputSummary> inputs, InputSummary.Kind kind) {
        List<InputSummary.Span> spans = inputs.stream()
                .filter(input -> input.file().kind() == kind)
                .flatMap(input -> input.span().stream())
                .toList();
        return spans.stream()
                .map(InputSummary.Span::first)
                .min(Comparator.naturalOrder())
                .map(first -> new InputSummary.Span(
                        first,
                        spans.stream()
                                .map(InputSummary.Span::last)
                                .max(Comparator.naturalOrder())
                                .orElse(first)));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
