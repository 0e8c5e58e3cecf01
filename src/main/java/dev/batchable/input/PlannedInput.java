package dev.batchable.input;

import java.util.Comparator;
import java.util.Optional;

/// A recognised input before it is read.
///
/// @param index in the list of sources
/// @param fields how many fields of its format stand in its head
/// @param open the text, where it can be opened only once
record PlannedInput(
        int index,
        Source source,
        String format,
        boolean billing,
        Interpretation<?> interpretation,
        Detected detected,
        int fields,
        Optional<Text> open) {
    /// The order of reading: of several copies of a call the one with most fields should come first.
    static final Comparator<PlannedInput> CANONICAL = Comparator.comparingInt(PlannedInput::fields)
            .reversed()
            .thenComparing(input -> input.source().path())
            .thenComparingInt(PlannedInput::index);
}
