package dev.batchable.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What must not happen, by family: waited-for work called batchable, and sure answers that are wrong.
///
/// @param byKind what happened to which family → every time it did
record Failures(Map<String, List<String>> byKind) {
    static Failures of(Evaluation evaluation) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Judged one : evaluation.judged()) {
            for (Mode mode : Mode.values()) {
                String where = one.origin().family() + ", " + mode.text();
                if (one.breaksPromise(mode)) {
                    add(
                            found,
                            "called batchable: " + where,
                            one + " " + one.in(mode).answer());
                }
                if (one.surelyWrong(mode)) {
                    add(
                            found,
                            "surely wrong: " + where,
                            one + " " + one.in(mode).answer());
                }
            }
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
