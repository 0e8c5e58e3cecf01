package dev.batchable.opportunity;

import static dev.batchable.opportunity.SampleLog.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Operation;
import dev.batchable.record.SampleCall;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopModelTest {
    private static final String DEAREST = "gpt-4.1";
    private static final String BELOW = "gpt-4.1-mini";

    @Test
    void reckonsTheSameTokensOnTheNextModelDown() {
        List<Opportunity> found = log(3, 0).found(Kind.TOP_MODEL);
        assertThat(found).hasSize(1);
        // 3 workloads × 300 calls × (10,000 input + 1,000 output): at 2.00 and 8.00, and at 0.40 and 1.60 a million
        assertThat(found.get(0).money().window()).isEqualTo(Bounds.atMost(new BigDecimal("20.16")));
        assertThat(found.get(0).subject()).isEqualTo("GPT at openai");
        assertThat(found.get(0).share()).contains(BigDecimal.ONE);
        assertThat(found.get(0).workloads()).containsExactly("top-0", "top-1", "top-2");
        assertThat(found.get(0).lines()).extracting(Line::model).containsExactly(DEAREST, BELOW, DEAREST, BELOW);
        assertThat(found.get(0).lines())
                .extracting(Line::amount)
                .containsExactly(
                        new BigDecimal("18"), new BigDecimal("3.6"), new BigDecimal("7.2"), new BigDecimal("1.44"));
        assertThat(found.get(0).text()).contains("gpt-4.1 to gpt-4.1-mini", "Quality is not judged");
    }

    @Test
    void keepsADiscountOnBothSides() {
        List<Opportunity> found = new SampleLog()
                .days(3, 300, 0, i -> on(DEAREST, "top-" + i % 3).cost("0.014"))
                .found(Kind.TOP_MODEL);
        assertThat(found.get(0).money().window().high()).isEqualByComparingTo("10.08");
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 9", "3, 6"})
    void findsNothingWhereTheDearestModelIsNoHabit(int dearest, int below) {
        assertThat(log(dearest, below).found(Kind.TOP_MODEL)).isEmpty();
    }

    @Test
    void leavesEmbeddingsOut() {
        SampleLog log = log(3, 0)
                .days(
                        3,
                        3_000,
                        0,
                        i -> call("index")
                                .model("text-embedding-3-large")
                                .operation(Operation.EMBEDDING)
                                .tokens(20_000, 0));
        assertThat(log.found(Kind.TOP_MODEL)).hasSize(1);
    }

    private static SampleLog log(int dearest, int below) {
        SampleLog log = new SampleLog();
        for (int w = 0; w < dearest; w++) {
            String name = "top-" + w;
            log.days(3, 100, 0, i -> on(DEAREST, name));
        }
        for (int w = 0; w < below; w++) {
            String name = "below-" + w;
            log.days(3, 100, 0, i -> on(BELOW, name));
        }
        return log;
    }

    private static SampleCall on(String model, String workload) {
        return call(workload).model(model).tokens(10_000, 1_000);
    }
}
