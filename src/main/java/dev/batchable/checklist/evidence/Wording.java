package dev.batchable.checklist.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How figures are spelled in answers, evidence and advice.
public final class Wording {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Wording() {}

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String plural(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// Begun as a sentence is.
    public static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public static String figure(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /// Such as `12 min` or, below ten, `1.4 min`.
    static String minutes(double minutes) {
        return String.format(Locale.ROOT, Math.abs(minutes) < 10 ? "%.1f min" : "%,.0f min", minutes);
    }

    /// In the vocabulary of the policy: `30s`, `15m`, `4h`, `4h45m`.
    public static String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + "s";
        }
        if (duration.toHours() == 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHours() + "h" + (duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + "m");
    }

    public static String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    public static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /// Whole units; what is less than one is not rounded to nothing.
    public static String money(BigDecimal amount, String currency) {
        if (amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0) {
            return "<1 " + currency;
        }
        return String.format(
                Locale.ROOT,
                "%,d %s",
                amount.setScale(0, RoundingMode.HALF_EVEN).toBigInteger(),
                currency);
    }
}
