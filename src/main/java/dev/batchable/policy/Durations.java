package dev.batchable.policy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: a whole number above zero and one of `s`, `m`, `h`, `d`.
public final class Durations {
    // Nine digits of days are 86.4e12 seconds, far inside a long.
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})([smhd])");

    private Durations() {}

    /// @throws IllegalArgumentException for anything but such a duration; the message holds an example
    public static Duration parse(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration; expected a whole number and s, m, h or d, such as 4h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// The shortest spelling that [#parse] reads back; parts of a second are dropped. Days are spelled as
    /// hours, because windows of batch tiers are.
    public static String format(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
