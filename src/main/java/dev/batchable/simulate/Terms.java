package dev.batchable.simulate;

import dev.batchable.price.CompletionDistribution;
import java.time.ZoneId;
import java.util.OptionalLong;

/// What the calls of one lane have to keep to.
///
/// @param limits sizes of one batch, and how the cap counts its tokens
record Terms(Deadline deadline, Submission submission, ZoneId zone, Course course, Limits limits) {
    /// When results are needed, and how soon a re-run is done.
    ///
    /// @param budget seconds from a call to the deadline of its result
    /// @param reserve seconds kept back at least
    /// @param perMinute calls that realtime has been seen to take in a minute
    record Deadline(long budget, long reserve, long perMinute) {
        private static final long MINUTE = 60;

        /// Seconds that running so many calls again on realtime takes.
        long rerun(long requests) {
            return -Math.floorDiv(-requests, Math.max(1, perMinute)) * MINUTE;
        }

        /// When calls that came together must run on realtime.
        long giveUpAt(long arrival, long requests) {
            return arrival + budget - lead(requests);
        }

        /// Seconds before the deadline at which so many calls are given up: the reserve, or as long as running
        /// them again takes; never more than half the budget, since a batch needs some time too.
        long lead(long requests) {
            long most = (long) (budget * SimulationRules.MOST_LEAD.value());
            return Math.min(Math.max(reserve, rerun(requests)), most);
        }
    }

    /// How a batch goes on once it is submitted.
    ///
    /// @param window seconds after which it expires
    record Course(CompletionDistribution completion, long window) {}

    /// Empty where nothing is documented.
    ///
    /// @param inputPart prompt tokens of all tokens, 0–1
    record Limits(OptionalLong minRequests, OptionalLong maxRequests, OptionalLong maxInputTokens, double inputPart) {
        long inputTokens(long tokens) {
            return Math.round(tokens * inputPart);
        }
    }
}
