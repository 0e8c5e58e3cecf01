package dev.batchable.input.format;

import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who made a call, from the fields of those names; a workload named by a tag counts as told.
final class Callers {
    /// What LiteLLM writes where a call came with the proxy's own key, whoever used it.
    private static final Set<String> SHARED = Set.of("litellm_proxy_master_key", "default_user_id");

    /// The name of a service that was given none, at times followed by `:` and the process
    /// (<https://opentelemetry.io/docs/specs/semconv/resource/service/>).
    private static final String UNNAMED_SERVICE = "unknown_service";

    private Callers() {}

    /// Whether a name belongs to one caller and is no default that many share.
    static boolean isOwn(String name) {
        return !SHARED.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> own(String name) {
        return isOwn(name) ? Optional.of(name) : Optional.empty();
    }

    static Caller of(TrackedRow row) {
        List<String> tags = row.list(Field.TAGS);
        Optional<String> workload = workload(row, tags);
        return new Caller(
                workload,
                row.decoded(Field.KEY_ALIAS, Callers::own),
                row.decoded(Field.KEY_ID, Callers::own),
                row.text(Field.SERVICE, name -> !name.startsWith(UNNAMED_SERVICE)),
                row.decoded(Field.PROJECT, Callers::own),
                row.decoded(Field.TEAM, Callers::own),
                row.text(Field.USER_AGENT),
                tags);
    }

    /// A tag that says `workload` goes before the name of a trace or prompt.
    private static Optional<String> workload(TrackedRow row, List<String> tags) {
        Optional<String> told = row.text(Field.WORKLOAD);
        boolean explicit = told.isPresent()
                && !row.path(Field.WORKLOAD).toLowerCase(Locale.ROOT).endsWith("name");
        Optional<String> tagged = explicit || tags.isEmpty() ? Optional.empty() : Tags.workload(tags);
        return row.noted(Field.WORKLOAD, tagged).or(() -> told);
    }
}
