package dev.batchable.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts what one input holds; batches come in the order of the file.
final class InputTally {
    private static final String FURTHER_REASONS = "further reasons";
    private static final String ONE_PAGE = "one page of several (has_more)";

    private final PlannedInput input;
    private final SortedMap<String, Long> ignored = new TreeMap<>();
    private final Map<String, InputSummary.ProblemGroup> problems = new LinkedHashMap<>();
    private long units;
    private long records;
    private long buckets;
    private long problemCount;
    private Optional<InputSummary.Span> span = Optional.empty();
    private Optional<InputSummary.File> file = Optional.empty();
    private Optional<String> damage = Optional.empty();
    private Optional<String> incomplete = Optional.empty();
    private long lines;
    private long blank;

    InputTally(PlannedInput input) {
        this.input = input;
    }

    /// To be called before anybody changes the batch.
    void add(Batch batch) {
        units += batch.units();
        records += batch.requests().size()
                + batch.parts().size()
                + batch.buckets().size()
                + batch.charges().size();
        buckets += batch.buckets().size();
        batch.ignored().forEach((reason, count) -> ignored.merge(reason, count, Long::sum));
        batch.problems().forEach(this::add);
        problemCount += batch.problems().size();
        span = union(span, batch.span());
    }

    /// To be called when the text has ended.
    void end(Text text, UnitCutter cutter) {
        lines = cutter.lines();
        blank = cutter.blank();
        Fingerprint fingerprint = text.fingerprint();
        damage = cutter.damage();
        incomplete = cutter.more() ? Optional.of(ONE_PAGE) : Optional.empty();
        file = Optional.of(new InputSummary.File(
                input.source().path(),
                InputSummary.Kind.REQUESTS,
                input.format(),
                fingerprint.size(),
                fingerprint.hex()));
    }

    /// To be called where the text cannot be opened a second time.
    void unusable(String reason) {
        damage = Optional.of(reason);
    }

    Optional<FileProblem> problem() {
        return damage.map(reason ->
                new FileProblem(input.source().path(), reason, input.source().named()));
    }

    /// Empty where it could not be opened.
    Optional<InputSummary> summary() {
        return file.map(known -> new InputSummary(
                new InputSummary.File(known.path(), kind(), known.format(), known.bytes(), known.fingerprint()),
                new InputSummary.Counts(lines, blank, units, records, 0, problemCount),
                ignored,
                List.copyOf(problems.values()),
                span,
                Optional.empty(),
                incomplete));
    }

    /// The summary of a file with the very same bytes, all of whose units are duplicates.
    static InputSummary copy(InputSummary original, String path) {
        InputSummary.File file = original.file();
        InputSummary.Counts counts = original.counts();
        return new InputSummary(
                new InputSummary.File(path, file.kind(), file.format(), file.bytes(), file.fingerprint()),
                new InputSummary.Counts(counts.lines(), counts.blank(), counts.units(), 0, counts.units(), 0),
                new TreeMap<>(),
                List.of(),
                original.span(),
                Optional.of(file.path()),
                Optional.empty());
    }

    private InputSummary.Kind kind() {
        if (input.billing()) {
            return InputSummary.Kind.BILLING;
        }
        return buckets > 0 && buckets == records ? InputSummary.Kind.USAGE : InputSummary.Kind.REQUESTS;
    }

    private void add(Problem problem) {
        boolean told = problems.size() < Limits.MAX_REASONS || problems.containsKey(problem.reason());
        problems.merge(
                told ? problem.reason() : FURTHER_REASONS,
                new InputSummary.ProblemGroup(told ? problem.reason() : FURTHER_REASONS, 1, problem.line()),
                (group, one) -> new InputSummary.ProblemGroup(group.reason(), group.count() + 1, group.firstLine()));
    }

    private static Optional<InputSummary.Span> union(
            Optional<InputSummary.Span> one, Optional<InputSummary.Span> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        InputSummary.Span a = one.orElseThrow();
        InputSummary.Span b = other.orElseThrow();
        return Optional.of(new InputSummary.Span(
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                a.last().isAfter(b.last()) ? a.last() : b.last()));
    }
}
