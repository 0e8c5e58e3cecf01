package dev.batchable.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.Basis.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootingTest {
    @ParameterizedTest
    @CsvSource({
        // months by the month, whatever their length
        "2026-10-01, 2026-11-01, 2026-11-01, 2026-12-01, month, 100, 100, 100",
        "2026-10-01, 2026-12-01, 2026-12-01, 2027-01-01, month, 50, 100, 100",
        // equal windows as they are, and a month from them
        "2026-10-05, 2026-10-12, 2026-10-12, 2026-10-19, 7 days, 100, 100, 434.821428571429",
        "2026-10-05, 2026-10-06, 2026-10-06, 2026-10-07, 1 day, 100, 100, 3043.75",
        // all else by the day
        "2026-10-01, 2026-10-11, 2026-11-01, 2026-12-01, month of 30.4375 days, 304.375, 101.458333333333,"
                + " 101.458333333333",
    })
    void bringsTwoWindowsOnOneFooting(
            LocalDate oldFrom,
            LocalDate oldTo,
            LocalDate newFrom,
            LocalDate newTo,
            String unit,
            BigDecimal old,
            BigDecimal now,
            BigDecimal month) {
        Footing footing = Footing.of(period(oldFrom, oldTo), period(newFrom, newTo));
        BigDecimal hundred = BigDecimal.valueOf(100);
        assertThat(footing.unit()).isEqualTo(unit);
        assertThat(Footing.scaled(hundred, footing.old())).isEqualByComparingTo(old);
        assertThat(Footing.scaled(hundred, footing.now())).isEqualByComparingTo(now);
        assertThat(Footing.scaled(Footing.scaled(hundred, footing.now()), footing.toMonth()))
                .isEqualByComparingTo(month);
    }

    @Test
    void leavesAmountsAloneThatAreComparableAsTheyAre() {
        BigDecimal fine = new BigDecimal("0.12345678901234567");
        assertThat(Footing.scaled(fine, BigDecimal.ONE)).isEqualTo(fine);
    }

    private static Period period(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        return new Period(from, to, days, days, ZoneOffset.UTC, List.of());
    }
}
