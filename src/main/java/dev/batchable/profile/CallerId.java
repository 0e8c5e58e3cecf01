package dev.batchable.profile;

import dev.batchable.profile.WorkloadKey.CallerSource;
import java.util.Optional;

/// A caller as it was found, before its calls are split by operation and streaming.
///
/// @param provider present only where unattributed and told
/// @param model present only where unattributed and told
record CallerId(CallerSource source, String name, Optional<String> provider, Optional<String> model) {
    static CallerId named(CallerSource source, String name) {
        return new CallerId(source, name, Optional.empty(), Optional.empty());
    }

    static CallerId unattributed(RatingKey.ModelRef model) {
        return new CallerId(CallerSource.UNATTRIBUTED, WorkloadKey.UNATTRIBUTED, model.provider(), model.model());
    }

    boolean isUnattributed() {
        return source == CallerSource.UNATTRIBUTED;
    }
}
