package dev.batchable.profile;

import dev.batchable.record.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What [UserAgents] reads from user agents, remembered, since a log holds few different ones and reading one
/// means looking for some eighty marks. Not safe for use by several threads.
final class Clients {
    /// Real logs hold tens; beyond this the memory starts anew.
    private static final int MAX_REMEMBERED = 1_024;

    private final Map<String, Optional<ClientKind>> kinds = new HashMap<>();

    /// A program that is known beats a mark, which beats a plain library: jobs use those too.
    Optional<ClientKind> of(Caller caller) {
        Optional<String> agent = UserAgents.of(caller);
        Optional<ClientKind> told = agent.isPresent() ? kind(agent.get()) : Optional.empty();
        boolean open = told.isEmpty() || told.get() == ClientKind.LIBRARY;
        return open && JobMarks.on(caller) ? Optional.of(ClientKind.MARKED_JOB) : told;
    }

    private Optional<ClientKind> kind(String userAgent) {
        if (kinds.size() >= MAX_REMEMBERED) {
            kinds.clear();
        }
        return kinds.computeIfAbsent(userAgent, UserAgents::kind);
    }
}
