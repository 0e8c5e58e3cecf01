package dev.batchable.evaluation.simulated;

import dev.batchable.evaluation.workload.Call;
import dev.batchable.evaluation.workload.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// One workload while it is made: its days, its chance and the calls so far. Times are milliseconds since
/// 1970; hours are those of the place where the people or the schedulers are.
final class Scene {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    /// A Monday twelve days before the end of a month, which so falls into the two longer logs.
    private static final Instant BEGIN = Instant.parse("2026-01-19T00:00:00Z");

    private final Size size;
    private final Dice dice;
    private final String key;
    private final long zone;
    private final List<Call> calls = new ArrayList<>();
    private Optional<Outage> outage = Optional.empty();
    private int ids;

    Scene(Size size, Dice dice, String key) {
        this.size = size;
        this.dice = dice;
        this.key = key;
        zone = dice.between(-8, 9) * HOUR;
    }

    Dice dice() {
        return dice;
    }

    Size size() {
        return size;
    }

    /// So many in a log of medium size.
    int scaled(double number) {
        return (int) Math.max(1, Math.round(number * size.volume()));
    }

    IntStream days() {
        return IntStream.range(0, size.days());
    }

    IntStream workdays() {
        return days().filter(day -> day % 7 < 5);
    }

    /// An hour of a day, such as 9.5 for half past nine.
    long at(int day, double hour) {
        return BEGIN.toEpochMilli() + day * DAY + (long) (hour * HOUR) - zone;
    }

    long end() {
        return at(size.days(), 0);
    }

    /// Hour of the day where the people are, 0–24.
    double hour(long time) {
        return Math.floorMod(time - at(0, 0), DAY) / (double) HOUR;
    }

    /// 0 on the last day of a month.
    int daysToMonthEnd(int day) {
        var date = BEGIN.plus(Duration.ofDays(day))
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate();
        return date.lengthOfMonth() - date.getDayOfMonth();
    }

    String id(String prefix) {
        ids++;
        return prefix + ids;
    }

    Draft draft(Style style, long start) {
        return new Draft(style, start, dice);
    }

    void outage(Outage coming) {
        outage = Optional.of(coming);
    }

    /// A call at a time, as the provider's state lets it end.
    ///
    /// @return when it ended
    long call(Style style, long start) {
        return add(draft(style, start));
    }

    /// @return when the caller has the answer or has given up
    long add(Draft call) {
        if (outage.filter(spell -> spell.strikes(call.start(), dice)).isPresent()) {
            return outage.get().suffer(this, call);
        }
        return write(call);
    }

    /// As it is, whatever the provider's state.
    long write(Draft call) {
        calls.add(call.under(key));
        return call.end();
    }

    Traffic traffic() {
        return Traffic.of(calls);
    }

    /// Without the calls that a log of those hours would not hold.
    void keepHours(double from, double to) {
        calls.removeIf(call -> {
            double hour = hour(call.request().timing().start().toEpochMilli());
            return hour < from || hour >= to;
        });
    }
}
