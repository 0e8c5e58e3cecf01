package dev.batchable.profile;

import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import java.util.Comparator;
import java.util.Optional;

/// What makes calls one workload.
///
/// @param caller the name found for the caller; for [CallerSource#UNATTRIBUTED] the fixed text `(unattributed)`
/// @param operation present only where the caller's calls are split: by operation, or by streaming within one;
///     and for unattributed calls
/// @param streaming present only where the caller has streamed and unstreamed calls of this operation; never
///     for unattributed calls
/// @param provider present only for unattributed calls
/// @param model present only for unattributed calls
public record WorkloadKey(
        CallerSource source,
        String caller,
        Optional<Operation> operation,
        Optional<Streaming> streaming,
        Optional<String> provider,
        Optional<String> model)
        implements Comparable<WorkloadKey> {
    public static final String UNATTRIBUTED = "(unattributed)";

    private static final Comparator<WorkloadKey> ORDER = Comparator.comparing(WorkloadKey::name)
            .thenComparing(WorkloadKey::source)
            .thenComparing(WorkloadKey::caller)
            .thenComparing(key -> key.provider.orElse(""))
            .thenComparing(key -> key.model.orElse(""));

    /// Which rule gave the caller its name; the order is that of precedence.
    public enum CallerSource {
        POLICY,
        GROUP_BY,
        TAG,
        KEY_ALIAS,
        SERVICE,
        PROJECT,
        KEY_HASH,
        UNATTRIBUTED
    }

    /// The name by which reports, policies and `explain` know the workload, such as `search/embedding` or
    /// `(unattributed) openai/gpt-4.1/chat`.
    public String name() {
        if (source == CallerSource.UNATTRIBUTED) {
            return UNATTRIBUTED + " " + provider.orElse("?") + "/" + model.orElse("?")
                    + operation.map(o -> "/" + o.id()).orElse("");
        }
        return caller
                + operation.map(o -> "/" + o.id()).orElse("")
                + streaming.map(s -> "/" + s.id()).orElse("");
    }

    @Override
    public int compareTo(WorkloadKey other) {
        return ORDER.compare(this, other);
    }
}
