package dev.batchable.profile;

import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.util.List;
import java.util.Optional;

/// What is known of a call's workload when it is read; what depends on other calls is settled by [Workloads].
///
/// @param rules candidates among the policy's rules, by index
/// @param operation empty for a call that failed before its operation was known, and for one of a deferred tier
///     whose source does not tell it: it goes to its caller's commonest one
/// @param streaming UNKNOWN goes where most of the caller's known calls of the operation are
record CellKey(CallerId caller, List<Integer> rules, Optional<Operation> operation, Streaming streaming) {}
