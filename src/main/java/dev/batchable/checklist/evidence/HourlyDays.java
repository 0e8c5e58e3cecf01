package dev.batchable.checklist.evidence;

import dev.batchable.profile.Series;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/// Calls per hour of every active day.
///
/// @param days day → calls in each of its 24 hours
record HourlyDays(SortedMap<LocalDate, double[]> days) {
    private static final int HOURS = 24;
    /// Days further apart are not compared, so that a year of days stays cheap.
    private static final int MAX_APART = 14;

    static HourlyDays of(Subject subject) {
        return of(subject.profile().activity().series(), subject.settings().zone());
    }

    static HourlyDays of(Series series, ZoneId zone) {
        SortedMap<LocalDate, double[]> days = new TreeMap<>();
        for (int i = 0; i < series.size(); i++) {
            ZonedDateTime time = Minutes.at(series.minute(i), zone);
            days.computeIfAbsent(time.toLocalDate(), day -> new double[HOURS])[time.getHour()] += series.requests(i);
        }
        days.values().removeIf(hours -> sum(hours) == 0);
        return new HourlyDays(days);
    }

    double calls() {
        return days.values().stream().mapToDouble(HourlyDays::sum).sum();
    }

    double peakHour() {
        return days.values().stream().flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    /// Days of which an hour holds so many calls as the rule says.
    long busyDays(Rule calls) {
        return days.values().stream()
                .filter(hours -> Arrays.stream(hours).anyMatch(calls::reachedBy))
                .count();
    }

    /// Share of the hours of active days that hold a call.
    double activeShare() {
        long active = days.values().stream()
                .flatMapToDouble(Arrays::stream)
                .filter(calls -> calls > 0)
                .count();
        return (double) active / (days.size() * HOURS);
    }

    /// How much two days at most two weeks apart are alike: correlation of their hourly profiles.
    ///
    /// @param median of all pairs of days
    /// @param low a quarter of the pairs are less alike
    /// @param high a quarter of the pairs are more alike
    record Likeness(double median, double low, double high) {
        String error() {
            return "middle half of the pairs of days " + Wording.figure(low) + " to " + Wording.figure(high);
        }
    }

    /// Empty where no two days vary.
    Optional<Likeness> likeness() {
        List<double[]> varied =
                days.values().stream().filter(HourlyDays::varies).toList();
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < varied.size(); i++) {
            for (int j = i + 1; j < Math.min(varied.size(), i + 1 + MAX_APART); j++) {
                found.add(new PearsonsCorrelation().correlation(varied.get(i), varied.get(j)));
            }
        }
        Collections.sort(found);
        int size = found.size();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Likeness(found.get(size / 2), found.get(size / 4), found.get(size * 3 / 4)));
    }

    private static boolean varies(double[] hours) {
        for (double calls : hours) {
            if (calls != hours[0]) {
                return true;
            }
        }
        return false;
    }

    private static double sum(double[] hours) {
        double sum = 0;
        for (double calls : hours) {
            sum += calls;
        }
        return sum;
    }
}
