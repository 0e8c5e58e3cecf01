package dev.batchable.profile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Days and hours of one zone, cheap for instants that lie near each other.
///
/// The zone's rules are asked once for every stretch between two changes of its offset; within a stretch local
/// time is an addition. Not safe for use by several threads.
final class LocalClock {
    static final long DAY_MILLIS = 86_400_000;

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int DAYS_OF_WEEK = 7;
    /// 1970-01-01 was a Thursday, three days after a Monday.
    private static final int EPOCH_DAY_OF_WEEK = 3;

    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long offset;

    LocalClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /// Local wall time in milliseconds since the local 1970-01-01T00:00.
    long local(long epochMillis) {
        if (epochMillis < from || epochMillis >= to) {
            moveTo(Instant.ofEpochMilli(epochMillis));
        }
        return epochMillis + offset;
    }

    /// Days since 1970-01-01.
    static long day(long local) {
        return Math.floorDiv(local, DAY_MILLIS);
    }

    static long millisOfDay(long local) {
        return Math.floorMod(local, DAY_MILLIS);
    }

    /// 0 for Monday 00:00 to 167 for Sunday 23:00.
    static int hourOfWeek(long local) {
        int dayOfWeek = (int) Math.floorMod(day(local) + EPOCH_DAY_OF_WEEK, (long) DAYS_OF_WEEK);
        return dayOfWeek * 24 + (int) (millisOfDay(local) / HOUR_MILLIS);
    }

    private void moveTo(Instant instant) {
        offset = rules.getOffset(instant).getTotalSeconds() * 1_000L;
        ZoneOffsetTransition next = rules.nextTransition(instant);
        ZoneOffsetTransition previous = rules.previousTransition(instant.plusMillis(1));
        to = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
        from = previous == null ? Long.MIN_VALUE : previous.getInstant().toEpochMilli();
    }
}
