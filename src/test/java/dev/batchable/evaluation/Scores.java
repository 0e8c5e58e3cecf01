package dev.batchable.evaluation;

import dev.batchable.checklist.Verdict;
import dev.batchable.evaluation.workload.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of the report: what was judged rightly, wrongly and not at all.
///
/// @param judged every workload once
record Scores(List<Judged> judged) {
    private record Bin(String text, double from, double to) {
        boolean holds(Opinion opinion) {
            return opinion.confidence() >= from && opinion.confidence() < to;
        }
    }

    private static final List<Bin> BINS = List.of(
            new Bin("0.70–0.80", 0.7, 0.8),
            new Bin("0.80–0.90", 0.8, 0.9),
            new Bin("0.90–0.95", 0.9, 0.95),
            new Bin("0.95 and more", 0.95, 1.01));

    Scores {
        judged = List.copyOf(judged);
    }

    String text() {
        return Stream.of(Mode.LOGS, Mode.LOGS_FREE)
                .map(mode ->
                        "## " + heading(mode) + "\n\n" + precision(mode) + "\n" + totals(mode) + "\n" + families(mode)
                                + "\n" + "Confidence of the answer whether a user waits:\n\n" + calibration(mode))
                .collect(Collectors.joining("\n"));
    }

    private static String heading(Mode mode) {
        return mode == Mode.LOGS ? "As a report judges" : "With the data minimum switched off";
    }

    /// What is called `move`, by what it is; of machines the share is the recall.
    private Table totals(Mode mode) {
        Mode declared = mode.withDeclarations();
        Table table = new Table("truth", "n", "`move`", "`move` declared", "no ≥ 0.9", "unknown", "undecided");
        for (Label label : Label.values()) {
            List<Judged> own = of(label);
            table.row(
                    label.id(),
                    own.size(),
                    Share.of(own, moved(mode)),
                    Share.of(own, moved(declared)),
                    Share.of(own, surely("no", mode)),
                    Share.of(own, one -> one.in(mode).unknown()),
                    Share.of(own, undecided(mode)));
        }
        return table;
    }

    private String precision(Mode mode) {
        return "Precision of `move`: "
                + Share.of(judged.stream().filter(moved(mode)).toList(), Scores::machine)
                + " " + mode.text() + "; "
                + Share.of(
                        judged.stream().filter(moved(mode.withDeclarations())).toList(), Scores::machine)
                + " with 24h, queue and whole declared.\n";
    }

    private Table families(Mode mode) {
        Table table = new Table(
                "family", "truth", "n", "`move`", "`move` declared", "no ≥ 0.9", "yes ≥ 0.9", "wrong", "unknown");
        byGroup()
                .forEach((group, own) -> table.row(
                        group.family(),
                        group.label().id(),
                        own.size(),
                        Share.of(own, moved(mode)),
                        Share.of(own, moved(mode.withDeclarations())),
                        Share.of(own, surely("no", mode)),
                        Share.of(own, surely("yes", mode)),
                        count(own, one -> one.wrong(mode)),
                        count(own, one -> one.in(mode).unknown())));
        return table;
    }

    private Table calibration(Mode mode) {
        Table table = new Table("confidence", "right", "wrong", "neither", "share right of right and wrong");
        for (Bin bin : BINS) {
            List<Judged> own =
                    judged.stream().filter(one -> bin.holds(one.in(mode))).toList();
            long right = count(own, one -> one.right(mode));
            long wrong = count(own, one -> one.wrong(mode));
            table.row(bin.text(), right, wrong, own.size() - right - wrong, new Share(right, right + wrong));
        }
        return table;
    }

    /// Alike in origin and in truth.
    private record Group(Label label, String family) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::label)
                    .thenComparing(Group::family)
                    .compare(this, other);
        }
    }

    private Map<Group, List<Judged>> byGroup() {
        return judged.stream()
                .collect(Collectors.groupingBy(
                        one -> new Group(one.label(), one.origin().family()), TreeMap::new, Collectors.toList()));
    }

    private List<Judged> of(Label label) {
        return judged.stream().filter(one -> one.label() == label).toList();
    }

    private static boolean machine(Judged one) {
        return one.label() == Label.MACHINE;
    }

    private static Predicate<Judged> moved(Mode mode) {
        return one -> one.in(mode).moves();
    }

    private static Predicate<Judged> surely(String value, Mode mode) {
        return one -> one.in(mode).says(value) && one.in(mode).sure();
    }

    private static Predicate<Judged> undecided(Mode mode) {
        return one -> one.in(mode).verdict() == Verdict.UNDECIDED;
    }

    private static long count(List<Judged> all, Predicate<Judged> hit) {
        return all.stream().filter(hit).count();
    }
}
