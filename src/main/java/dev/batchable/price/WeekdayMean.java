package dev.batchable.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/// The amount of an average month from means per weekday, with the uncertainty of having seen few days.
///
/// Method: the percentile bootstrap over days. Draw as many days as there are, with replacement; reckon the
/// month from the drawn days; after 1,000 draws the 5th and 95th percentile bound the middle 90 %. A weekday
/// that was not seen, or not drawn, gets the mean of all days; at the low end one that was not seen gets nothing,
/// since a log of working days does not tell whether weekends are missing or free. The seed is fixed, so the same days
/// give the
/// same range. The expectation itself is reckoned in decimals; only the range passes through floating point,
/// with additions and divisions whose result the language defines bit by bit.
///
/// Reference: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
final class WeekdayMean {
    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");
    private static final int WEEKDAYS = 7;
    private static final int DRAWS = 1_000;
    private static final int LOW = DRAWS * 5 / 100;
    private static final int HIGH = DRAWS * 95 / 100 - 1;
    private static final int SEED = 20_261_120;

    private final int[] weekdays;
    private final BigDecimal[] amounts;

    /// Over observed days.
    ///
    /// @param days at least one
    /// @param daily amounts; a day that is missing had none
    WeekdayMean(List<LocalDate> days, SortedMap<LocalDate, BigDecimal> daily) {
        this.weekdays =
                days.stream().mapToInt(day -> day.getDayOfWeek().getValue() - 1).toArray();
        this.amounts = days.stream()
                .map(day -> daily.getOrDefault(day, BigDecimal.ZERO))
                .toArray(BigDecimal[]::new);
    }

    Range month() {
        BigDecimal mean = mean(sum(), amounts.length);
        BigDecimal expected = expected(mean);
        double[] draws = draws();
        BigDecimal low = decimal(draws[LOW]).min(expected).min(expected(BigDecimal.ZERO));
        BigDecimal high = decimal(draws[HIGH]).max(expected);
        return new Range(low, expected, high);
    }

    private BigDecimal sum() {
        return Arrays.stream(amounts).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// @param unseen what a weekday is taken for that no observed day fell on
    private BigDecimal expected(BigDecimal unseen) {
        BigDecimal[] sums = new BigDecimal[WEEKDAYS];
        Arrays.fill(sums, BigDecimal.ZERO);
        int[] counts = new int[WEEKDAYS];
        for (int i = 0; i < amounts.length; i++) {
            sums[weekdays[i]] = sums[weekdays[i]].add(amounts[i]);
            counts[weekdays[i]]++;
        }
        BigDecimal week = BigDecimal.ZERO;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            week = week.add(counts[weekday] == 0 ? unseen : mean(sums[weekday], counts[weekday]));
        }
        return week.multiply(DAYS_PER_MONTH).divide(BigDecimal.valueOf(WEEKDAYS), MathContext.DECIMAL64);
    }

    private static BigDecimal mean(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }

    private double[] draws() {
        double[] values =
                Arrays.stream(amounts).mapToDouble(BigDecimal::doubleValue).toArray();
        RandomGenerator random = new Well19937c(SEED);
        double[] months = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            months[i] = draw(values, random);
        }
        Arrays.sort(months);
        return months;
    }

    private double draw(double[] values, RandomGenerator random) {
        double[] sums = new double[WEEKDAYS];
        int[] counts = new int[WEEKDAYS];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            int day = random.nextInt(values.length);
            sums[weekdays[day]] += values[day];
            counts[weekdays[day]]++;
            total += values[day];
        }
        double week = 0;
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            week += counts[weekday] == 0 ? total / values.length : sums[weekday] / counts[weekday];
        }
        return week * DAYS_PER_MONTH.doubleValue() / WEEKDAYS;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value, MathContext.DECIMAL64);
    }
}
