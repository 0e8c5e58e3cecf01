package dev.batchable.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;

/// The longest wait for a result that is acceptable.
public sealed interface LatencyBudget {
    /// A duration after the request.
    record Within(Duration duration) implements LatencyBudget {}

    /// A time of day, in the policy's zone, by which results are needed.
    record By(LocalTime time) implements LatencyBudget {}

    /// Reads a duration such as `4h` or a time of day such as `06:00`.
    ///
    /// @throws IllegalArgumentException for anything else; the message holds an example
    static LatencyBudget parse(String text) {
        String stripped = text.strip();
        if (!stripped.contains(":")) {
            return new Within(Durations.parse(stripped));
        }
        try {
            return new By(LocalTime.parse(stripped));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time of day; expected 00:00 to 23:59, such as 06:00", noTime);
        }
    }
}
