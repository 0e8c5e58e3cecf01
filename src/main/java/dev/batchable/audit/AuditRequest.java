package dev.batchable.audit;

import dev.batchable.input.ReadingOptions;
import dev.batchable.policy.Policy;
import dev.batchable.price.CostMode;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.GroupKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Everything that decides the result of an audit.
///
/// @param paths files and folders as the user named them, `-` for standard input
/// @param policyFile where the policy was read from; empty where there is none
/// @param version of the program, for the report
public record AuditRequest(
        List<String> paths,
        ReadingOptions reading,
        Scope scope,
        Policy policy,
        Optional<PolicyFile> policyFile,
        PriceBook prices,
        String version) {
    public AuditRequest {
        paths = List.copyOf(paths);
    }

    /// The policy as a file.
    ///
    /// @param sha256 of its bytes, in lower-case hexadecimal
    public record PolicyFile(String path, String sha256) {}

    /// Which days, in which currency, by which cost, grouped how.
    ///
    /// @param since first day; empty: that of the input
    /// @param until day after the last; empty: that of the input
    /// @param asOf empty: the window's end
    /// @param currency empty: that of most request spend
    public record Scope(
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            ZoneId zone,
            Optional<LocalDate> asOf,
            List<GroupKey> groupBy,
            Optional<String> currency,
            CostMode cost) {
        public Scope {
            groupBy = List.copyOf(groupBy);
        }
    }
}
