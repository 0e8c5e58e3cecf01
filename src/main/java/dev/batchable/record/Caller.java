package dev.batchable.record;

import java.util.List;
import java.util.Optional;

/// Who made a call, in every form a source might tell; [dev.batchable.profile] chooses one of them as the
/// workload's name.
///
/// @param workload explicit tag: `workload`, `feature`, `use_case`, a trace or prompt name
/// @param keyAlias readable name of the API key
/// @param keyId hash or id of the API key; never shown as it is
/// @param service application or service name
/// @param tags all tags as the source spells them; evidence, never a key
public record Caller(
        Optional<String> workload,
        Optional<String> keyAlias,
        Optional<String> keyId,
        Optional<String> service,
        Optional<String> project,
        Optional<String> team,
        Optional<String> userAgent,
        List<String> tags) {
    public static final Caller NONE = new Caller(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public Caller {
        tags = List.copyOf(tags);
    }
}
