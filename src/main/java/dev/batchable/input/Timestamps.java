package dev.batchable.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Reads instants as exports write them.
///
/// Problem: the library parsers take 300 ns and more and refuse half of the spellings found in exports. Method:
/// the digits are read at their fixed places, and the day's distance from 1970 is kept from one call to the
/// next, since neighbouring rows are of the same day. Consequence: about 10 ns, one instance for each thread.
///
/// Understood: `2026-10-01`, `2026-10-01T08:15`, a blank in place of the `T`, seconds with up to nine decimals
/// (further ones are cut), then nothing or `Z` or `UTC` or an offset (`+02`, `+0200`, `+02:00`). Without a zone
/// it is UTC. A bare number is an epoch; its size tells the unit, as written at [Row#instant]. What JavaScript makes
/// of a date is understood too: `Thu Oct 01 2026 08:15:30 GMT+0000 (Coordinated Universal Time)`.
final class Timestamps {
    private static final String EXPECTED = "an ISO 8601 time or an epoch number";
    private static final String YEARS = "a year from " + Limits.MIN_YEAR + " to " + Limits.MAX_YEAR;
    private static final long MIN_SECOND =
            LocalDate.of(Limits.MIN_YEAR, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long END_SECOND =
            LocalDate.of(Limits.MAX_YEAR + 1, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final DateTimeFormatter JAVASCRIPT =
            DateTimeFormatter.ofPattern("EEE MMM dd uuuu HH:mm:ss 'GMT'xx", Locale.ENGLISH);
    private static final int DAY_SECONDS = 86_400;
    private static final int BAD = -1;
    private static final int SECOND_DIGITS = 10;
    private static final int NANO_DIGITS = 9;

    private int cachedDate = BAD;
    private long cachedDay;

    private String text = "";
    private int at;

    /// @param path where the text stood, for the message
    Instant parse(String path, String given) throws BadValueException {
        text = given.strip();
        if (text.length() < 8 || text.charAt(4) != '-') {
            return epoch(path);
        }
        long day = day();
        long second = day == BAD ? BAD : timeOfDay();
        int nanos = second == BAD ? BAD : fraction();
        long offset = nanos == BAD ? Long.MIN_VALUE : offset();
        if (offset == Long.MIN_VALUE) {
            throw new BadValueException(path, text, EXPECTED);
        }
        return within(path, day * DAY_SECONDS + second - offset, nanos);
    }

    private Instant within(String path, long second, int nanos) throws BadValueException {
        if (second < MIN_SECOND || second >= END_SECOND) {
            throw new BadValueException(path, text, YEARS);
        }
        return Instant.ofEpochSecond(second, nanos);
    }

    /// Days since 1970 of the first ten characters.
    private long day() {
        int year = digits(0, 4);
        int month = digits(5, 2);
        int day = digits(8, 2);
        if (year == BAD || month == BAD || day == BAD || text.charAt(7) != '-') {
            return BAD;
        }
        at = 10;
        int date = (year * 100 + month) * 100 + day;
        if (date == cachedDate) {
            return cachedDay;
        }
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return BAD;
        }
        cachedDate = date;
        cachedDay = LocalDate.of(year, month, day).toEpochDay();
        return cachedDay;
    }

    private int timeOfDay() {
        if (at == text.length()) {
            return 0;
        }
        char separator = text.charAt(at);
        boolean separates = separator == 'T' || separator == ' ' || separator == 't';
        if (!separates || charAt(at + 3) != ':') {
            return BAD;
        }
        int hour = digits(at + 1, 2);
        int minute = digits(at + 4, 2);
        at += 6;
        int second = 0;
        if (charAt(at) == ':') {
            second = digits(at + 1, 2);
            at += 3;
        }
        boolean good = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        return good ? (hour * 60 + minute) * 60 + second : BAD;
    }

    private int fraction() {
        if (charAt(at) != '.' && charAt(at) != ',') {
            return 0;
        }
        int nanos = 0;
        int unit = 100_000_000;
        int start = ++at;
        for (int digit = digit(at); digit != BAD; digit = digit(++at)) {
            nanos += digit * unit;
            unit /= 10;
        }
        return at == start ? BAD : nanos;
    }

    /// Seconds east of UTC; [Long#MIN_VALUE] for text that is no zone.
    private long offset() {
        while (charAt(at) == ' ') {
            at++;
        }
        char sign = charAt(at);
        if (sign == '+' || sign == '-') {
            return signed(sign);
        }
        int left = text.length() - at;
        boolean utc = switch (left) {
            case 0 -> true;
            case 1 -> sign == 'Z' || sign == 'z';
            case 3 -> text.startsWith("UTC", at) || text.startsWith("GMT", at);
            default -> false;
        };
        return utc ? 0 : Long.MIN_VALUE;
    }

    private long signed(char sign) {
        int hours = digits(at + 1, 2);
        at += 3;
        int minutes = 0;
        if (at < text.length() && text.charAt(at) != ' ') {
            at += text.charAt(at) == ':' ? 1 : 0;
            minutes = digits(at, 2);
            at += 2;
        }
        boolean ends = at == text.length() || (text.startsWith(" UTC", at) && at + 4 == text.length());
        if (!ends || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Long.MIN_VALUE;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /// ECMAScript `Date.prototype.toString`; rare, so that the library parser is fast enough.
    private Instant worded(String path) throws BadValueException {
        int zoneName = text.indexOf(" (");
        try {
            Instant instant = JAVASCRIPT.parse(zoneName < 0 ? text : text.substring(0, zoneName), Instant::from);
            return within(path, instant.getEpochSecond(), 0);
        } catch (DateTimeException e) {
            throw new BadValueException(path, text, EXPECTED);
        }
    }

    private Instant epoch(String path) throws BadValueException {
        if (text.length() > 3 && charAt(3) == ' ') {
            return worded(path);
        }
        if (text.isEmpty() || digit(0) == BAD) {
            throw new BadValueException(path, text, EXPECTED);
        }
        if (isPlainNanos()) {
            return within(path, digits(0, SECOND_DIGITS), digits(SECOND_DIGITS, NANO_DIGITS));
        }
        BigDecimal number = Decimals.parse(path, text, EXPECTED);
        int shift = number.precision() - number.scale() <= 11
                ? 9
                : number.compareTo(BigDecimal.TEN.pow(14)) < 0
                        ? 6
                        : number.compareTo(BigDecimal.TEN.pow(17)) < 0 ? 3 : 0;
        BigDecimal nanos = number.movePointRight(shift);
        if (nanos.precision() - nanos.scale() > 18 + 1) {
            throw new BadValueException(path, text, YEARS);
        }
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        return within(path, parts[0].longValue(), parts[1].intValue());
    }

    /// Nanoseconds from 2001 to 2033, as traces hold them by the million.
    private boolean isPlainNanos() {
        return text.length() == SECOND_DIGITS + NANO_DIGITS
                && text.charAt(0) == '1'
                && digits(0, SECOND_DIGITS) != BAD
                && digits(SECOND_DIGITS, NANO_DIGITS) != BAD;
    }

    private int digits(int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = digit(i);
            if (digit == BAD) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private int digit(int index) {
        int digit = charAt(index) - '0';
        return digit >= 0 && digit <= 9 ? digit : BAD;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }
}
