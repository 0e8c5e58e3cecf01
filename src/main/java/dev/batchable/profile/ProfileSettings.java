package dev.batchable.profile;

import dev.batchable.policy.Policy;
import java.time.ZoneId;
import java.util.List;

/// What decides how calls become workloads; builders can be merged only where these are the same.
///
/// @param zone zone of the report's days and hours
/// @param policy its rules name workloads, its salt hides key ids
/// @param groupBy keys that replace the search for a caller; empty: the search of `docs/architecture.md`
/// @param scheme where prices change, so that sums stay rateable
public record ProfileSettings(ZoneId zone, Policy policy, List<GroupKey> groupBy, RatingScheme scheme) {
    /// Fixed, so that a key without an alias has one name on all machines; a policy's own salt keeps that name
    /// from being checked against a list of leaked key ids.
    private static final String DEFAULT_SALT = "batchable";

    public ProfileSettings {
        groupBy = List.copyOf(groupBy);
    }

    String salt() {
        return policy.salt().orElse(DEFAULT_SALT);
    }
}
