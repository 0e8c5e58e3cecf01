package dev.batchable.opportunity;

import static dev.batchable.opportunity.SampleLog.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.record.Field;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultTierTest {
    @Test
    void countsSpendThatNothingAskedToBeRealtime() {
        List<Opportunity> found = new SampleLog().days(3, 100, 1, i -> plain()).found(Kind.DEFAULT_TIER);
        assertThat(found).hasSize(1);
        // 300 × (30,000 at 2.00 + 1,000 at 8.00 a million)
        assertThat(found.get(0).money().window()).isEqualTo(Bounds.exactly(new BigDecimal("20.4")));
        assertThat(found.get(0).share()).contains(BigDecimal.ONE);
        assertThat(found.get(0).overlapsWith()).contains("undecidedSpend");
        assertThat(found.get(0).text()).contains("300 realtime calls of 1 workload", "keeps none of it");
    }

    @Test
    void countsCallsOfUntoldStreamingInTheUpperBoundOnly() {
        List<Opportunity> found = new SampleLog()
                .days(3, 100, 1, i -> plain().streaming(i % 2 == 0 ? Streaming.UNKNOWN : Streaming.UNSTREAMED))
                .found(Kind.DEFAULT_TIER);
        assertThat(found.stream().map(each -> each.money().window().high()).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("20.4");
        assertThat(found.get(0).money().window())
                .isEqualTo(new Bounds(new BigDecimal("10.2"), Optional.empty(), new BigDecimal("20.4")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsNothingWhereSomethingShowsAChoice(String what, SampleLog log) {
        assertThat(log.found(Kind.DEFAULT_TIER)).as(what).isEmpty();
    }

    static Stream<Arguments> findsNothingWhereSomethingShowsAChoice() {
        Set<Field> withUser = EnumSet.copyOf(SampleLog.TOLD);
        withUser.add(Field.USER);
        return Stream.of(
                Arguments.of(
                        "streamed answers",
                        new SampleLog().days(3, 100, 1, i -> plain().streaming(Streaming.STREAMED))),
                Arguments.of(
                        "an end user",
                        new SampleLog().days(3, 100, 1, i -> plain().user("u").present(withUser))),
                Arguments.of(
                        "a format that cannot name end users",
                        new SampleLog().withholding(Field.USER).days(3, 100, 1, i -> plain())),
                Arguments.of(
                        "a person's program", new SampleLog().days(3, 100, 1, i -> plain().userAgent("Mozilla/5.0"))),
                Arguments.of(
                        "the priority tier",
                        new SampleLog().days(3, 100, 1, i -> plain().tier(i == 0 ? Tier.PRIORITY : Tier.STANDARD))),
                Arguments.of(
                        "a declaration",
                        new SampleLog().declaring("bot", UserWaiting.NO).days(3, 100, 1, i -> plain())));
    }

    private static SampleCall plain() {
        return call("bot").tokens(30_000, 1_000);
    }
}
