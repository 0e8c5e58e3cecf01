package dev.batchable.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// October 2026. Machines keep UTC, people Berlin time, which goes back an hour on the 25th.
final class SampleMonth {
    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final LocalDate AFTER = FIRST.plusMonths(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// Weights of the 24 hours for people who shop, in their own time.
    static final int[] SHOPPING = {2, 1, 0, 0, 0, 1, 3, 6, 9, 11, 12, 13, 13, 12, 11, 11, 12, 13, 15, 18, 20, 17, 11, 5
    };
    /// Weights of the 24 hours for people at work.
    static final int[] OFFICE = {0, 0, 0, 0, 0, 0, 0, 3, 10, 16, 17, 14, 8, 12, 15, 14, 10, 5, 2, 1, 0, 0, 0, 0};

    private SampleMonth() {}

    static List<LocalDate> days() {
        return FIRST.datesUntil(AFTER).toList();
    }

    static List<LocalDate> workdays() {
        return days().stream().filter(day -> !isWeekend(day)).toList();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    static Instant utc(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    /// A moment of a day in Berlin that is as likely as its hour is busy; within the month in UTC as well.
    static Instant moment(LocalDate day, int[] hours, Dice dice) {
        LocalTime time = LocalTime.of(dice.weighted(hours), dice.between(0, 59), dice.between(0, 59));
        Instant moment = day.atTime(time).atZone(BERLIN).toInstant().plusMillis(dice.between(0, 999));
        Instant first = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
        return moment.isBefore(first) ? first.plusSeconds(dice.between(0, 3_000)) : moment;
    }
}
