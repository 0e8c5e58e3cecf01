package dev.batchable.profile;

import java.util.Map;

/// Who is behind the calls, as far as the source tells.
///
/// @param distinctUsers estimate of distinct end-user ids (see [dev.batchable.profile.sketch] for its error); 0
///     where none was seen
/// @param sessions a sample of whole sessions
/// @param clients calls per kind of client as their user agent, or a scheduler's mark, tells
/// @param retried calls that the client or gateway had to attempt more than once
public record Audience(long distinctUsers, SessionSample sessions, Map<ClientKind, Long> clients, long retried) {
    public Audience {
        clients = Map.copyOf(clients);
    }
}
