package dev.batchable.checklist.evidence;

import java.util.Locale;

/// What one workload did in an incident, in calls.
///
/// @param during what became of its calls while the incident lasted
/// @param caughtUp calls more than usual in the hour after it, or in a time as long as it
/// @param switched calls more than usual of other models, at this provider or another, while it lasted
public record Reaction(String workload, During during, long caughtUp, long switched, Behaviour behaviour) {
    /// Calls to the model in trouble.
    ///
    /// @param requests all of them, repeated attempts included where the log has a row for each
    /// @param failed those without an answer in the end
    /// @param retried those attempted more often than is usual for the workload, and those beyond its usual number
    /// @param heldBack calls that usually come then and did not
    /// @param tokens of the answered ones
    public record During(long requests, long failed, long retried, long heldBack, long tokens) {}

    /// What a workload does when its provider fails.
    public enum Behaviour {
        /// At least half of its failed calls are attempted again, at once or after the incident.
        RETRY,
        /// Calls are held back and made after the incident.
        QUEUE,
        /// Calls go to another model or provider.
        FALLBACK,
        /// Calls fail, and nothing takes their place although it would show.
        FAIL,
        /// Too few calls, or too uneven, to tell.
        UNCLEAR,
        UNAFFECTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether the same calls are made after all, only later.
        public boolean isLater() {
            return this == RETRY || this == QUEUE;
        }

        public boolean isClear() {
            return this != UNCLEAR && this != UNAFFECTED;
        }
    }
}
