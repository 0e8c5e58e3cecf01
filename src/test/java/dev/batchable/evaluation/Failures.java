package dev.batchable.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What must not happen, by family: waited-for work called batchable, and sure answers that are wrong.
///
/// @param byKind what happened to which family → every time it did
record Failures(Map<String, List<String>> byKind) {
    static Failures of(Evaluation evaluation) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Judged one : evaluation.judged()) {
            String family = one.origin().family();
            first(one::breaksPromise).ifPresent(mode -> add(found, "called batchable: " + family, text(one, mode)));
            first(one::surelyWrong).ifPresent(mode -> add(found, "surely wrong: " + family, text(one, mode)));
        }
        evaluation.changes().stream()
                .filter(Change::broken)
                .forEach(change -> add(
                        found,
                        "called batchable, " + change.group() + ": "
                                + change.judged().origin().family(),
                        change.toString()));
        return new Failures(found);
    }

    /// The plainest mode in which it happens.
    private static Optional<Mode> first(Predicate<Mode> happens) {
        return Arrays.stream(Mode.values()).filter(happens).findFirst();
    }

    private static String text(Judged one, Mode mode) {
        return one + ", " + mode.text() + ": " + one.in(mode).answer();
    }

    private static void add(Map<String, List<String>> found, String kind, String text) {
        found.computeIfAbsent(kind, none -> new ArrayList<>()).add(text);
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    String text() {
        if (isEmpty()) {
            return "No failures.\n";
        }
        Table table = new Table("failure", "times", "first");
        byKind.forEach((kind, times) -> table.row(kind, times.size(), times.get(0)));
        return "## Failures\n\n" + table;
    }
}
