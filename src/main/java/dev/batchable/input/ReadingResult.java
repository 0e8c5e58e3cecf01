package dev.batchable.input;

import java.util.List;
import java.util.stream.Stream;

/// What was read, and what could not be.
///
/// @param inputs one for each source that was recognised, in the order of the sources
/// @param fileProblems in the order of the sources; an input whose end was lost stands in both lists
public record ReadingResult(List<InputSummary> inputs, List<FileProblem> fileProblems) {
    public ReadingResult {
        inputs = List.copyOf(inputs);
        fileProblems = List.copyOf(fileProblems);
    }

    /// The same with problems that were met before reading.
    public ReadingResult with(List<FileProblem> earlier) {
        return new ReadingResult(
                inputs, Stream.concat(earlier.stream(), fileProblems.stream()).toList());
    }
}
