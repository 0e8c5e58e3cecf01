package dev.batchable.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApportionedTest {
    @ParameterizedTest
    @CsvSource({"179.37, 135.73 43.64", "179.38, 135.73 43.65"})
    void partsAddUpToTheTotalThatIsShownElsewhere(BigDecimal shown, String parts) {
        List<BigDecimal> amounts =
                Stream.of("135.7304", "43.6445").map(BigDecimal::new).toList();

        assertThat(Apportioned.of(amounts, 2, shown))
                .isEqualTo(new Apportioned(List.of(parts.split(" ")), shown.toPlainString()));
    }
}
