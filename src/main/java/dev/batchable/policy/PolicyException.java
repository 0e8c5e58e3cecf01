package dev.batchable.policy;

import java.util.List;

/// A policy that cannot be used. The message holds every problem of the file, one a line, each with file and
/// line, what was found, what was expected and an example.
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    PolicyException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// The problems in the order of their lines; at least one.
    public List<String> problems() {
        return problems;
    }
}
