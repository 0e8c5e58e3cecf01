package dev.batchable.checklist.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.profile.InFlight;
import dev.batchable.profile.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Days on which nothing happened: the charts may say otherwise no more often than the rule states.
class FalseAlarmTest {
    private static final int DAY = 1_440;
    private static final int MONTH = 30 * DAY;

    private final Random random = new Random(20_261_005);

    /// 1,920 days, at every volume and share of failures, with 1.4 million minutes that had calls.
    @Test
    void independentFailuresAreSpellsNoMoreOftenThanStated() {
        long minutes = 0;
        long found = 0;
        for (double callsADay : new double[] {30, 300, 3_000, 20_000}) {
            for (double share : new double[] {0.0005, 0.005, 0.05, 0.3}) {
                for (int month = 0; month < 4; month++) {
                    Series series = month(callsADay / DAY, share);
                    minutes += series.size();
                    found += Spell.failing(series).size();
                }
            }
        }
        assertThat(minutes).isGreaterThan(1_400_000);
        assertThat((double) found).isLessThanOrEqualTo(minutes * SpellRules.FALSE_ALARM.value());
    }

    private Series month(double rate, double share) {
        List<Series.Slot> slots = new ArrayList<>();
        for (int minute = 0; minute < MONTH; minute++) {
            int calls = poisson(rate);
            if (calls > 0) {
                int failed = 0;
                for (int call = 0; call < calls; call++) {
                    failed += random.nextDouble() < share ? 1 : 0;
                }
                slots.add(new Series.Slot(minute, calls, calls * 100L, failed));
            }
        }
        return Series.of(slots);
    }

    /// 810 days of calls with long-tailed latencies, as those of language models are, at three volumes.
    @Test
    void unevenLatenciesAreSpellsNoMoreOftenThanStated() {
        long found = 0;
        int months = 0;
        for (double rate : new double[] {0.6, 2.5, 12}) {
            for (double spread : new double[] {0.3, 0.7, 1.1}) {
                for (int month = 0; month < 3; month++) {
                    found += LatencyChart.spells(List.of(slowly(rate, spread))).size();
                    months++;
                }
            }
        }
        assertThat((double) found).isLessThanOrEqualTo(months * MONTH * SpellRules.FALSE_ALARM.value());
    }

    private LatencyChart.Member slowly(double rate, double spread) {
        List<Series.Slot> slots = new ArrayList<>();
        List<InFlight.Slot> busy = new ArrayList<>();
        for (int minute = 0; minute < MONTH; minute++) {
            int calls = poisson(rate * (1 + 0.5 * Math.sin(2 * Math.PI * minute / DAY)));
            long millis = 0;
            for (int call = 0; call < calls; call++) {
                millis += Math.round(2_000 * Math.exp(spread * random.nextGaussian()));
            }
            if (calls > 0) {
                slots.add(new Series.Slot(minute, calls, 0, 0));
                busy.add(new InFlight.Slot(minute, millis, 0));
            }
        }
        return new LatencyChart.Member(Series.of(slots), InFlight.of(busy));
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
