package dev.batchable.opportunity;

import static dev.batchable.opportunity.SampleLog.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.SampleCall;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
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

/// The lengths are ends of histogram buckets, so that they come back as they are.
class PromptCacheTest {
    private static final int PROMPT = 40_191;
    private static final int READ = 20_095;

    @Test
    void boundsWhatALongSharedBeginningWouldSave() {
        Opportunity found =
                only(new SampleLog().days(3, 100, 1, i -> call("bot").tokens(PROMPT, 10)));
        // 297 hits × 40,191 tokens = 11,936,727, at 2.00 and at 0.50 a million
        assertThat(found.money().window()).isEqualTo(Bounds.atMost(new BigDecimal("17.9050905")));
        assertThat(found.money().monthly()).isEqualTo(found.money().window());
        assertThat(found.subject()).isEqualTo("bot on openai/gpt-4.1");
        assertThat(found.share()).contains(new BigDecimal("0.99"));
        assertThat(found.lines()).extracting(Line::quantity).containsExactly(11_936_727L, 11_936_727L);
        assertThat(found.lines())
                .extracting(Line::amount)
                .containsExactly(new BigDecimal("23.873454"), new BigDecimal("5.9683635"));
        assertThat(found.text()).contains("40,191 tokens or more", "297 of 300 calls", "none of the prompt tokens");
    }

    @Test
    void chargesWhatWritingCosts() {
        Opportunity found = only(new SampleLog().days(3, 100, 1, i -> sonnet()));
        // reads: 11,936,727 tokens at 3.00 → 0.30; 3 writes of 40,191 tokens at 3.00 → 3.75
        assertThat(found.money().window().high()).isEqualByComparingTo("32.13873315");
        assertThat(found.lines())
                .extracting(line -> line.tokenKind().orElseThrow())
                .containsExactly(TokenKind.INPUT, TokenKind.CACHE_READ, TokenKind.CACHE_WRITE_5M);
    }

    @Test
    void writesForAnHourWhereCallsAreTooFarApartForFiveMinutes() {
        Opportunity found = only(new SampleLog().days(3, 100, 10, i -> sonnet()));
        assertThat(found.money().window().high()).isEqualByComparingTo("31.8674439");
        assertThat(found.lines())
                .extracting(line -> line.tokenKind().orElseThrow())
                .contains(TokenKind.CACHE_WRITE_1H);
    }

    @Test
    void leavesOutCallsThatWereCancelledOrFailed() {
        Opportunity found = only(new SampleLog()
                .days(3, 100, 1, i -> call("bot").tokens(PROMPT, 10))
                .days(
                        3,
                        10,
                        1,
                        i -> call("bot").tokens(PROMPT, 10).outcome(i % 2 == 0 ? Outcome.CANCELLED : Outcome.FAILED)));
        assertThat(found.money().window().high()).isEqualByComparingTo("17.9050905");
    }

    @Test
    void expectsOfAllCallsWhatSomeReadAlready() {
        Opportunity found =
                only(new SampleLog().days(4, 100, 1, i -> call("bot").cached(PROMPT, i % 10 == 0 ? READ : 0, 10)));
        // 396 hits × 20,095 tokens less the 803,800 that are read already, 1.50 cheaper a million
        assertThat(found.money().window())
                .isEqualTo(new Bounds(
                        BigDecimal.ZERO, Optional.of(new BigDecimal("10.73073")), new BigDecimal("22.667754")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsNothingInWhatOnlyLooksLikeIt(String what, SampleLog log) {
        assertThat(log.found(Kind.PROMPT_CACHE)).as(what).isEmpty();
    }

    static Stream<Arguments> findsNothingInWhatOnlyLooksLikeIt() {
        Set<Field> withoutReads = EnumSet.copyOf(SampleLog.TOLD);
        withoutReads.remove(Field.CACHE_READ_TOKENS);
        return Stream.of(
                Arguments.of(
                        "calls too far apart for any cache",
                        new SampleLog().days(31, 5, 120, i -> call("bot").tokens(400_191, 10))),
                Arguments.of(
                        "prompts below the provider's minimum",
                        new SampleLog().days(3, 20_000, 0, i -> call("bot").tokens(1_000, 10))),
                Arguments.of(
                        "a cache that is at work",
                        new SampleLog().days(3, 100, 1, i -> call("bot").cached(PROMPT, READ, 10))),
                Arguments.of(
                        "a source that does not tell what was cached",
                        new SampleLog()
                                .days(
                                        3,
                                        100,
                                        1,
                                        i -> call("bot").tokens(PROMPT, 10).present(withoutReads))),
                Arguments.of(
                        "a model without a price of cached tokens",
                        new SampleLog()
                                .days(
                                        3,
                                        1_000,
                                        0,
                                        i -> call("bot")
                                                .model("text-embedding-3-large")
                                                .operation(Operation.EMBEDDING)
                                                .tokens(PROMPT, 0))),
                Arguments.of(
                        "less than is worth a line",
                        new SampleLog().days(3, 100, 1, i -> call("bot").tokens(2_047, 10))));
    }

    private static SampleCall sonnet() {
        return call("bot").provider("anthropic").model("claude-sonnet-4-5").tokens(PROMPT, 10);
    }

    private static Opportunity only(SampleLog log) {
        List<Opportunity> found = log.found(Kind.PROMPT_CACHE);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
