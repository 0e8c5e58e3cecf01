package dev.batchable.policy;

import dev.batchable.record.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one file, so that its author sees all of it at once.
final class Problems {
    /// More than this many are not read by anybody; the rest is counted.
    static final int MAX_SHOWN = 50;

    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String text) {
        found.add(new Problem(line, text));
    }

    boolean none() {
        return found.isEmpty();
    }

    void throwIfAny() throws PolicyException {
        if (!none()) {
            throw exception();
        }
    }

    /// What is to be thrown where reading cannot go on.
    PolicyException exception() {
        return new PolicyException(sentences());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(MAX_SHOWN)
                .forEach(problem -> sentences.add(new SourceRef(file, problem.line()) + ": " + problem.text()));
        if (found.size() > MAX_SHOWN) {
            sentences.add(file + ": and " + (found.size() - MAX_SHOWN) + " more problems");
        }
        return sentences;
    }
}
