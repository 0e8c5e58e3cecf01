package dev.batchable.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One key of `--group-by`: which property of a call names its caller.
///
/// @param tag the tag's name where `by` is [By#TAG]
public record GroupKey(By by, Optional<String> tag) {
    private static final String TAG_PREFIX = "tag:";

    /// Written in lower case; a tag as `tag:NAME`.
    public enum By {
        KEY,
        TEAM,
        PROJECT,
        SERVICE,
        USER_AGENT,
        MODEL,
        PROVIDER,
        WORKLOAD,
        TAG
    }

    public static GroupKey of(By by) {
        return new GroupKey(by, Optional.empty());
    }

    public static GroupKey tag(String name) {
        return new GroupKey(By.TAG, Optional.of(name));
    }

    /// Reads a key as it is written on the command line.
    ///
    /// @throws IllegalArgumentException naming the keys there are
    public static GroupKey parse(String text) {
        String key = text.strip();
        if (key.startsWith(TAG_PREFIX) && key.length() > TAG_PREFIX.length()) {
            return tag(key.substring(TAG_PREFIX.length()));
        }
        return Stream.of(By.values())
                .filter(by -> by != By.TAG && by.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .map(GroupKey::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "cannot group by '" + key + "'; expected " + names() + " or tag:NAME, such as tag:feature"));
    }

    private static String names() {
        return Stream.of(By.values())
                .filter(by -> by != By.TAG)
                .map(by -> by.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
