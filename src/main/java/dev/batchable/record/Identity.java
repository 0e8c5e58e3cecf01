package dev.batchable.record;

import java.util.Optional;

/// What ties a call to other calls.
///
/// @param requestId the id by which copies of one call are recognised
/// @param session conversation, trace or session id
/// @param user end-user id; kept only inside a distinct-count sketch
/// @param repeatKey gateway cache key or prompt hash supplied by the source
public record Identity(
        Optional<String> requestId, Optional<String> session, Optional<String> user, Optional<String> repeatKey) {
    public static final Identity NONE =
            new Identity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
