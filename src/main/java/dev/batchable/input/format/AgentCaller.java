package dev.batchable.input.format;

import dev.batchable.record.Caller;
import java.util.List;
import java.util.Optional;

/// Who runs a coding agent: neither keys nor tags are told, only where it works and how it was started.
final class AgentCaller {
    private AgentCaller() {}

    static Caller of(Optional<String> project, Optional<String> userAgent) {
        return of(Optional.empty(), project, Optional.empty(), userAgent);
    }

    static Caller of(
            Optional<String> service, Optional<String> project, Optional<String> team, Optional<String> userAgent) {
        return new Caller(
                Optional.empty(), Optional.empty(), Optional.empty(), service, project, team, userAgent, List.of());
    }
}
