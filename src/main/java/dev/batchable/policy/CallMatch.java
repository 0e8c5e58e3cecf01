package dev.batchable.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which calls a rule is for. All keys must match; a list means any of its globs. Globs are case-sensitive; `*`
/// and `?`.
///
/// @param globs attribute → globs
/// @param stream decided only after merging, because a failed call's streaming is unknown until then
public record CallMatch(Map<Attribute, List<Glob>> globs, Optional<Boolean> stream) {
    /// Spelled in YAML in lower case: `key`, `team`, `user_agent`, …; `workload` is the name the calls would
    /// get without rules.
    public enum Attribute {
        KEY,
        TEAM,
        PROJECT,
        SERVICE,
        USER_AGENT,
        TAG,
        MODEL,
        PROVIDER,
        OPERATION,
        WORKLOAD
    }

    public CallMatch {
        globs = Map.copyOf(globs);
    }
}
