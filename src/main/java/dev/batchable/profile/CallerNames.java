package dev.batchable.profile;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the name of a caller, policy rules aside.
///
/// The first that a call tells: an explicit tag, the key's alias, the service, the project, the key's id as a
/// salted hash. With `--group-by`, its keys instead. Values that gateways share among all callers are none.
final class CallerNames {
    /// LiteLLM's name for calls with its master key, and for calls without a user.
    private static final Set<String> SHARED_DEFAULTS = Set.of("litellm_proxy_master_key", "default_user_id");
    private static final List<String> WORKLOAD_TAGS = List.of("workload", "feature", "use_case");
    private static final int HASH_BYTES = 4;
    /// Stands for a group-by key that a call does not tell while it tells another.
    private static final String UNTOLD = "?";

    private final ProfileSettings settings;

    CallerNames(ProfileSettings settings) {
        this.settings = settings;
    }

    /// Whether a value names somebody at all.
    static boolean isSomebody(String value) {
        return !value.isBlank() && !SHARED_DEFAULTS.contains(value);
    }

    CallerId ofRequest(Caller caller, ModelRef model) {
        if (!settings.groupBy().isEmpty()) {
            return grouped(caller, model);
        }
        return named(CallerSource.TAG, workloadTag(caller))
                .or(() -> named(CallerSource.KEY_ALIAS, caller.keyAlias()))
                .or(() -> named(CallerSource.SERVICE, caller.service()))
                .or(() -> named(CallerSource.PROJECT, caller.project()))
                .or(() -> named(CallerSource.KEY_HASH, hashedKey(caller)))
                .orElseGet(() -> CallerId.unattributed(model));
    }

    CallerId ofBucket(Caller caller, ModelRef model) {
        if (!settings.groupBy().isEmpty()) {
            return grouped(caller, model);
        }
        return named(CallerSource.KEY_ALIAS, caller.keyAlias())
                .or(() -> named(CallerSource.PROJECT, caller.project()))
                .or(() -> named(CallerSource.KEY_HASH, hashedKey(caller)))
                .orElseGet(() -> CallerId.unattributed(model));
    }

    private CallerId grouped(Caller caller, ModelRef model) {
        List<Optional<String>> values = settings.groupBy().stream()
                .map(key -> somebody(value(key, caller, model)))
                .toList();
        if (values.stream().allMatch(Optional::isEmpty)) {
            return CallerId.unattributed(model);
        }
        String name = values.stream().map(value -> value.orElse(UNTOLD)).collect(Collectors.joining("/"));
        return CallerId.named(CallerSource.GROUP_BY, name);
    }

    private Optional<String> value(GroupKey key, Caller caller, ModelRef model) {
        return switch (key.by()) {
            case KEY -> somebody(caller.keyAlias()).or(() -> hashedKey(caller));
            case TEAM -> caller.team();
            case PROJECT -> caller.project();
            case SERVICE -> caller.service();
            case USER_AGENT -> UserAgents.of(caller);
            case MODEL -> model.model();
            case PROVIDER -> model.provider();
            case WORKLOAD -> workloadTag(caller);
            case TAG -> key.tag().flatMap(name -> tagValue(caller, name));
        };
    }

    private static Optional<CallerId> named(CallerSource source, Optional<String> name) {
        return somebody(name).map(text -> CallerId.named(source, text));
    }

    private static Optional<String> somebody(Optional<String> value) {
        return value.map(String::strip).filter(CallerNames::isSomebody);
    }

    private static Optional<String> workloadTag(Caller caller) {
        Optional<String> workload = somebody(caller.workload());
        for (int i = 0; i < WORKLOAD_TAGS.size() && workload.isEmpty(); i++) {
            workload = somebody(tagValue(caller, WORKLOAD_TAGS.get(i)));
        }
        return workload;
    }

    /// The value of a tag written `name:value` or `name=value`.
    private static Optional<String> tagValue(Caller caller, String name) {
        for (String tag : caller.tags()) {
            int end = name.length();
            boolean named = tag.startsWith(name) && (tag.startsWith(":", end) || tag.startsWith("=", end));
            if (named) {
                return Optional.of(tag.substring(end + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> hashedKey(Caller caller) {
        return somebody(caller.keyId()).map(id -> "key-" + hash(settings.salt() + '\0' + id));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
