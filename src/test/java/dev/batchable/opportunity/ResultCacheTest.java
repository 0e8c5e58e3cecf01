package dev.batchable.opportunity;

import static dev.batchable.opportunity.SampleLog.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultCacheTest {
    @Test
    void countsWhatIdenticalCallsCost() {
        List<Opportunity> found = new SampleLog()
                .days(3, 100, 1, i -> call("lookup").tokens(30_000, 1_000).repeatKey("the same"))
                .found(Kind.RESULT_CACHE);
        assertThat(found).hasSize(1);
        // 99 of 100 calls of each day: 297 × (30,000 at 2.00 + 1,000 at 8.00 a million)
        assertThat(found.get(0).money().window()).isEqualTo(Bounds.atMost(new BigDecimal("20.196")));
        assertThat(found.get(0).share()).contains(new BigDecimal("0.99"));
        assertThat(found.get(0).lines())
                .extracting(Line::amount)
                .containsExactly(new BigDecimal("17.82"), new BigDecimal("2.376"));
        assertThat(found.get(0).overlapsWith()).contains("wasteSpend");
    }

    @Test
    void takesLoggedCostsAsTheyAre() {
        List<Opportunity> found = new SampleLog()
                .days(
                        3,
                        100,
                        1,
                        i -> call("lookup")
                                .tokens(30_000, 1_000)
                                .cost(i % 100 == 0 ? "5" : "0.05")
                                .repeatKey("the same"))
                .found(Kind.RESULT_CACHE);
        assertThat(found.get(0).money().window().high()).isEqualByComparingTo("14.85");
    }

    @Test
    void findsNothingWhereEveryCallAsksSomethingElse() {
        assertThat(new SampleLog()
                        .days(
                                3,
                                100,
                                1,
                                i -> call("lookup").tokens(30_000, 1_000).repeatKey("q" + i))
                        .found(Kind.RESULT_CACHE))
                .isEmpty();
        assertThat(new SampleLog()
                        .days(3, 100, 1, i -> call("lookup").tokens(30_000, 1_000))
                        .found(Kind.RESULT_CACHE))
                .isEmpty();
    }
}
