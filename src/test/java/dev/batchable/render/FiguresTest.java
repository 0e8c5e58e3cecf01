package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0            | 0
            0.000        | 0
            0.004        | <0.01
            -0.004       | >-0.01
            0.01         | 0.01
            45.365       | 45.36
            99.994       | 99.99
            99.995       | 100
            100          | 100
            1234567.5    | 1,234,568
            -1234.4      | -1,234
            -12          | -12.00
            """)
    void showsWholeUnitsFromAHundredAndCentsBelow(String amount, String shown) {
        assertThat(Figures.money(new BigDecimal(amount))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            95.2   | 110.4  | 95 to 110
            0.004  | 0.02   | <0.01 to 0.02
            12     | 12.001 | 12.00
            0.2    | 150    | <1 to 150
            -114.2 | -75.1  | -114 to -75
            """)
    void showsBothEndsOfARangeEquallyFine(String low, String expected, String shown) {
        assertThat(Figures.range(new BigDecimal(low), new BigDecimal(expected))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0 %
            0.0001    | <0.1 %
            0.1234    | 12.3 %
            0.5       | 50 %
            0.9999    | >99.9 %
            1         | 100 %
            """)
    void neverRoundsAShareToAllOrNothing(String share, String shown) {
        assertThat(Figures.percent(new BigDecimal(share))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000         | 1,000.00
            0.19826      | 0.19826
            0.0000001    | <0.000001
            0            | 0
            """)
    void showsUpToSixDecimalsInArithmetic(String amount, String shown) {
        assertThat(Figures.exact(new BigDecimal(amount))).isEqualTo(shown);
    }

    @Test
    void givesTheMissingUnitToThePartThatLostMost() {
        Apportioned shown = Apportioned.of(decimals("33.4", "33.35", "33.35"));

        assertThat(shown.parts()).containsExactly("34", "33", "33");
        assertThat(shown.total()).isEqualTo("100");
    }

    @Test
    void leavesExactAndTinyPartsRecognisable() {
        Apportioned shown = Apportioned.of(decimals("1000", "0", "0.004", "-12"));

        assertThat(shown.parts()).containsExactly("1,000", "0", "<1", "-12");
        assertThat(shown.total()).isEqualTo("988");
    }

    @Test
    void alwaysAddsUpToTheTotalAndStaysWithinOneUnit() {
        Random random = new Random(20261121);
        for (int round = 0; round < 500; round++) {
            List<BigDecimal> amounts = random.ints(1 + random.nextInt(12), -50_000, 400_000)
                    .mapToObj(thousandths -> BigDecimal.valueOf(thousandths, 3))
                    .toList();
            Apportioned shown = Apportioned.of(amounts);
            BigDecimal unit = BigDecimal.ONE.movePointLeft(
                    Figures.decimals(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < amounts.size(); i++) {
                BigDecimal part = figure(shown.parts().get(i));
                sum = sum.add(part);
                assertThat(part.subtract(amounts.get(i)).abs()).isLessThanOrEqualTo(unit);
            }
            assertThat(sum).isEqualByComparingTo(figure(shown.total()));
        }
    }

    /// What is shown as nearly nothing counts as nothing when a reader adds up.
    private static BigDecimal figure(String shown) {
        return shown.startsWith("<") || shown.startsWith(">")
                ? BigDecimal.ZERO
                : new BigDecimal(shown.replace(",", ""));
    }

    private static List<BigDecimal> decimals(String... figures) {
        return Arrays.stream(figures).map(BigDecimal::new).toList();
    }
}
