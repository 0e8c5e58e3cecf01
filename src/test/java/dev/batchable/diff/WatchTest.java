package dev.batchable.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.diff.ServiceChange.Concern;
import dev.batchable.report.WorkloadUsage.Outcomes;
import dev.batchable.report.WorkloadUsage.Percentiles;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 1, 1000, 19, true", // 0.1 % -> 1.9 %
        "1000, 1, 1000, 1, false",
        "100000, 100, 100000, 500, false", // 0.4 points: certain, and small
        "50, 0, 50, 2, false", // four points, and chance
        "1000, 19, 1000, 1, false", // better
    })
    void noticesTimeoutsThatAreMoreThanChanceAndNotSmall(
            long callsBefore, long before, long callsAfter, long after, boolean noticed) {
        assertThat(new Watch(timeouts(callsBefore, before), timeouts(callsAfter, after)).concerns())
                .extracting(Concern::measure)
                .isEqualTo(noticed ? List.of("timeouts", "completed") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"1000, 1199, 100, false", "1000, 1200, 100, true", "1000, 3000, 29, false", "1000, 500, 100, false"})
    void noticesLatencyThatRoseByAFifth(long before, long after, long calls, boolean noticed) {
        assertThat(new Watch(latency(calls, before), latency(calls, after)).concerns())
                .extracting(Concern::measure)
                .isEqualTo(noticed ? List.of("p95") : List.of());
    }

    @Test
    void noticesMoreWasteAndNamesItsRule() {
        assertThat(new Watch(waste("0.01"), waste("0.03")).concerns())
                .containsExactly(new Concern("waste", new BigDecimal("0.01"), new BigDecimal("0.03"), "diff.waste"));
        assertThat(new Watch(waste("0.01"), waste("0.015")).concerns()).isEmpty();
    }

    @Test
    void saysNothingAboutWhatIsNotKnown() {
        Service unknown =
                new Service(new Outcomes(0, 0, 0, 0, 0, 100), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(new Watch(unknown, timeouts(100, 50)).concerns()).isEmpty();
    }

    private static Service timeouts(long calls, long timeouts) {
        return new Service(
                new Outcomes(calls - timeouts, 0, 0, timeouts, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Service latency(long calls, long p95) {
        return new Service(
                new Outcomes(calls, 0, 0, 0, 0, 0),
                Optional.of(new Percentiles(1, p95, p95)),
                Optional.empty(),
                Optional.empty());
    }

    private static Service waste(String share) {
        return new Service(
                new Outcomes(100, 0, 0, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(share)));
    }
}
