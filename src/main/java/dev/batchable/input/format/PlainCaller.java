package dev.batchable.input.format;

import dev.batchable.record.Caller;
import java.util.List;
import java.util.Optional;

/// Who made a call, where neither keys nor tags are told.
final class PlainCaller {
    private PlainCaller() {}

    static Caller of(Optional<String> project, Optional<String> userAgent) {
        return of(Optional.empty(), project, Optional.empty(), userAgent);
    }

    static Caller of(
            Optional<String> service, Optional<String> project, Optional<String> team, Optional<String> userAgent) {
        return new Caller(
                Optional.empty(), Optional.empty(), Optional.empty(), service, project, team, userAgent, List.of());
    }
}
