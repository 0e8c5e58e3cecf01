package dev.batchable.record;

import java.util.Optional;

/// One unit of a log that tells of a call only together with others: a line of an answer, a span of a trace, a
/// gateway's row beside the row of the model call, a setting that holds for the calls after it.
///
/// @param group what its company has in common: a session, a trace, a correlation id, a file
/// @param place where it stands; parts of one group are put in the order of their places
/// @param call names the call within the group; parts of the same name tell of one call
/// @param parent the name of the call or span around it, where the source tells one
/// @param witness who reports it, such as an instrumentation library: two witnesses may report one call twice
/// @param facts what this unit tells; what is not in `present` it does not tell, whatever stands there
public record Part(
        String group, SourceRef place, Role role, String call, Optional<String> parent, String witness, Request facts) {
    /// What a part is good for.
    public enum Role {
        /// A call, by itself or with other parts.
        CALL,
        /// Tells more about a call of the same name, and is none by itself.
        SUPPLEMENT,
        /// Holds for the calls of its group: in its own file for those after it, unless none stands before them;
        /// from another file for all.
        CONTEXT
    }
}
