package dev.batchable.evaluation.workload;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What is true of a call or a workload, whatever its log shows.
public enum Label {
    /// Somebody waits for the answer.
    INTERACTIVE,
    /// Nobody waits; a day's delay does no harm.
    MACHINE,
    /// Some of it is waited for, or nobody but its owner can know.
    MIXED;

    /// The label of all together.
    ///
    /// @throws IllegalArgumentException where there are none
    static Label of(Stream<Label> labels) {
        List<Label> distinct = labels.distinct().toList();
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException("nothing to label");
        }
        return distinct.size() == 1 ? distinct.get(0) : MIXED;
    }

    public static Label parse(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
