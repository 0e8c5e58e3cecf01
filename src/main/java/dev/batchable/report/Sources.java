package dev.batchable.report;

import java.util.List;

/// What was read and what could not be.
///
/// @param fileProblems files that could not be used as a whole; they stand outside every sum of units
/// @param problems units that could not be used, equal reasons of a file counted together
public record Sources(List<InputFigures> inputs, List<FileProblem> fileProblems, List<LineProblem> problems) {
    public Sources {
        inputs = List.copyOf(inputs);
        fileProblems = List.copyOf(fileProblems);
        problems = List.copyOf(problems);
    }

    public record FileProblem(String path, String reason) {}

    /// A reason for which units of a file could not be used.
    ///
    /// @param line the first line it was met on, counted from 1
    public record LineProblem(String path, long line, String reason, long count) {}
}
