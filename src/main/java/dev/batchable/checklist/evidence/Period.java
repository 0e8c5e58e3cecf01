package dev.batchable.checklist.evidence;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// A time after which a scheduler starts again, as wall clocks of a zone measure it: a job at 02:00 stays there
/// when the clocks change.
enum Period {
    MONTHLY("every month", 44_640),
    WEEKLY("every week", 10_080),
    DAILY("every 24h", 1_440),
    TWELVE_HOURS("every 12h", 720),
    EIGHT_HOURS("every 8h", 480),
    SIX_HOURS("every 6h", 360),
    FOUR_HOURS("every 4h", 240),
    THREE_HOURS("every 3h", 180),
    TWO_HOURS("every 2h", 120),
    HOURLY("every hour", 60);

    private static final int DAY = 1_440;
    private static final int MOST_COMPARED = 500;
    /// 1970-01-01 was a Thursday, three days after a Monday.
    private static final int EPOCH_DAY_OF_WEEK = 3;

    private final String title;
    private final int minutes;

    Period(String title, int minutes) {
        this.title = title;
        this.minutes = minutes;
    }

    /// From the longest, since a weekly job is in step with every shorter period that divides a week.
    static List<Period> fromTheLongest() {
        return List.of(values());
    }

    String title() {
        return title;
    }

    /// Its length; a month counts as 31 days.
    int minutes() {
        return minutes;
    }

    boolean shorterThanADay() {
        return minutes < DAY;
    }

    boolean longerThanADay() {
        return minutes > DAY;
    }

    /// How far a start may be from the usual one: schedulers are late by hours, but by no large part of a short
    /// period; and monthly jobs wait for the next working day.
    double tolerance() {
        return this == MONTHLY
                ? RhythmRules.MONTHLY_TOLERANCE.value() * DAY
                : Math.min(RhythmRules.DRIFT.value(), minutes * RhythmRules.DRIFT_PART.value());
    }

    /// Which period of the wall clock a minute lies in.
    long cycle(long minute, ZoneId zone) {
        ZonedDateTime time = Minutes.at(minute, zone);
        if (this == MONTHLY) {
            return time.getYear() * 12L + time.getMonthValue();
        }
        return Math.floorDiv(sinceMonday(time), minutes);
    }

    /// Minutes since that period began.
    int phase(long minute, ZoneId zone) {
        ZonedDateTime time = Minutes.at(minute, zone);
        if (this == MONTHLY) {
            return (time.getDayOfMonth() - 1) * DAY + time.toLocalTime().toSecondOfDay() / 60;
        }
        return Math.floorMod(sinceMonday(time), minutes);
    }

    /// From one phase to another on the period's circle, the shorter way; positive where it is later.
    int ahead(int phase, int from) {
        int ahead = Math.floorMod(phase - from, minutes);
        return ahead * 2 > minutes ? ahead - minutes : ahead;
    }

    /// The phase nearest to all the others on the circle; of very many, of some of them evenly chosen.
    int middle(List<Integer> phases) {
        int step = 1 + phases.size() / MOST_COMPARED;
        List<Integer> some = IntStream.range(0, phases.size())
                .filter(place -> place % step == 0)
                .mapToObj(phases::get)
                .toList();
        int best = some.get(0);
        long least = Long.MAX_VALUE;
        for (int candidate : some) {
            long spread = some.stream()
                    .mapToLong(phase -> Math.abs(ahead(phase, candidate)))
                    .sum();
            if (spread < least) {
                least = spread;
                best = candidate;
            }
        }
        return best;
    }

    private static long sinceMonday(ZonedDateTime time) {
        return (time.toLocalDate().toEpochDay() + EPOCH_DAY_OF_WEEK) * DAY
                + time.toLocalTime().toSecondOfDay() / 60;
    }
}
