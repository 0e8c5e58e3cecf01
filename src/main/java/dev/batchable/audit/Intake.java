package dev.batchable.audit;

import dev.batchable.formats.KnownFormats;
import dev.batchable.input.FileProblem;
import dev.batchable.input.Ignored;
import dev.batchable.input.InputSummary;
import dev.batchable.input.ReadingResult;
import dev.batchable.input.Refusal;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.report.Amount;
import dev.batchable.report.InputFigures;
import dev.batchable.report.Sources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What was read: every unit of every input with what became of it, and the bill.
///
/// @param dropped path of an input → its units that were read and are in no profile
/// @param outranked copies that tell more than the one counted
/// @param billed path of a bill → its charges per currency
record Intake(
        ReadingResult read,
        Map<String, Dropped> dropped,
        long outranked,
        Map<String, SortedMap<String, BigDecimal>> billed,
        BillTotals bill,
        Overlaps overlaps) {
    private static final String OUTSIDE = "outside the window";
    /// Inputs named where nothing could be used of any.
    private static final int MAX_NAMED = 5;

    /// By path, so that the order in which files were named changes nothing.
    private List<InputSummary> inputs() {
        return read.inputs().stream()
                .sorted(Comparator.comparing(input -> input.file().path()))
                .toList();
    }

    Sources sources() {
        List<InputSummary> inputs = inputs();
        return new Sources(
                inputs.stream().map(this::figures).toList(),
                read.fileProblems().stream()
                        .map(problem -> new Sources.FileProblem(problem.path(), problem.reason()))
                        .sorted(Comparator.comparing(Sources.FileProblem::path))
                        .toList(),
                inputs.stream()
                        .flatMap(input -> input.problems().stream()
                                .map(group -> new Sources.LineProblem(
                                        input.file().path(), group.firstLine(), group.reason(), group.count())))
                        .toList());
    }

    private InputFigures figures(InputSummary input) {
        InputSummary.Counts counts = input.counts();
        Dropped gone = dropped.getOrDefault(input.file().path(), Dropped.NOTHING);
        SortedMap<String, Long> ignored = new TreeMap<>(input.ignored());
        ignored.computeIfPresent(Ignored.GATEWAY_CACHE, (reason, count) -> count - gone.served());
        gone.parts().forEach((reason, count) -> ignored.merge(reason, count, Long::sum));
        if (gone.outside() > 0) {
            ignored.merge(OUTSIDE, gone.outside(), Long::sum);
        }
        return new InputFigures(
                input.file().path(),
                InputFigures.Kind.valueOf(input.file().kind().name()),
                input.file().format(),
                new InputFigures.Stored(input.file().bytes(), input.file().fingerprint()),
                new InputFigures.Lines(counts.lines(), counts.blank()),
                new InputFigures.Units(
                        counts.units(),
                        counts.records() - gone.records(),
                        ignored.values().stream().mapToLong(Long::longValue).sum(),
                        counts.duplicates() + gone.duplicates(),
                        counts.problems()),
                ignored.entrySet().stream()
                        .map(reason -> new InputFigures.Reason(reason.getKey(), reason.getValue()))
                        .toList(),
                Optional.ofNullable(billed.get(input.file().path()))
                        .map(sums -> sums.entrySet().stream()
                                .map(sum -> new Amount(sum.getKey(), sum.getValue()))
                                .toList()));
    }

    /// Calls answered by a gateway's cache.
    long cacheServed() {
        long served = read.inputs().stream()
                .mapToLong(input -> input.ignored().getOrDefault(Ignored.GATEWAY_CACHE, 0L))
                .sum();
        return served - dropped.values().stream().mapToLong(Dropped::served).sum();
    }

    /// Whether not one unit of any input could be used.
    boolean isEmpty() {
        return read.inputs().stream().allMatch(input -> input.counts().records() == 0);
    }

    /// Why the input as a whole is unusable; empty where it is usable.
    List<String> unusable() {
        List<String> reasons = new ArrayList<>(read.fileProblems().stream()
                .filter(FileProblem::named)
                .map(problem -> problem.path() + ": " + problem.reason())
                .toList());
        List<String> contextAlone = contextAlone();
        if (!contextAlone.isEmpty()) {
            reasons.addAll(contextAlone);
        } else if (isEmpty()) {
            inputs().stream().limit(MAX_NAMED).map(Intake::unused).forEach(reasons::add);
            reasons.add("nothing usable in the input: no call, usage bucket or charge could be read");
        } else if (sources().inputs().stream().allMatch(input -> input.units().records() == 0)) {
            reasons.add(
                    dropped.values().stream().anyMatch(gone -> gone.outside() > 0)
                            ? "nothing usable in the input: all it holds is outside the days asked for; widen --since"
                                    + " and --until"
                            : "nothing usable in the input: it tells about sessions, traces or answers but holds no"
                                    + " model call; export the calls too");
        }
        return reasons;
    }

    /// Why nothing of an input could be used.
    private static String unused(InputSummary input) {
        InputSummary.File file = input.file();
        String what = file.path() + ": read as " + file.format() + ", ";
        long units = input.counts().units();
        if (units == 0) {
            return what + "and there is nothing in it; export days or pages that hold something";
        }
        if (input.problems().isEmpty()) {
            return what + "and all in it was left out: "
                    + String.join(", ", input.ignored().keySet());
        }
        InputSummary.ProblemGroup first = input.problems().get(0);
        return what + "but none of it could be used; line " + first.firstLine() + ": " + first.reason()
                + "; 'batchable formats " + file.path() + "' tells what the file is";
    }

    /// Ids of the formats of all inputs.
    Set<String> formats() {
        return read.inputs().stream().map(input -> input.file().format()).collect(Collectors.toSet());
    }

    /// What the inputs say they lack, in the order of their paths.
    List<String> incomplete() {
        return inputs().stream()
                .flatMap(input -> input.incomplete().stream()
                        .map(part -> input.file().path() + " is " + part + ": the rest is not in it"))
                .toList();
    }

    /// What to export beside inputs that only add to calls told elsewhere, where there are no others.
    private List<String> contextAlone() {
        List<String> reasons = new ArrayList<>();
        for (InputSummary input : read.inputs()) {
            Optional<Refusal> refusal = KnownFormats.refusedAlone(input.file().format());
            if (refusal.isEmpty()) {
                return List.of();
            }
            reasons.add(input.file().path() + ": " + refusal.orElseThrow().message());
        }
        return reasons;
    }

    /// Whether any request or usage bucket was read, rather than a bill alone.
    boolean hasUsage() {
        return read.inputs().stream()
                .anyMatch(input -> input.file().kind() != InputSummary.Kind.BILLING
                        && input.counts().records() > 0);
    }
}
