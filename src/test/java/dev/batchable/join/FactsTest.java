package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    private static final EnumSet<Field> NOTHING = EnumSet.noneOf(Field.class);

    private static Request merged(SampleCall one, SampleCall other) {
        return Facts.merge(one.build(), other.build());
    }

    private static Request tier(Tier tier, EnumSet<Field> present) {
        Request plain = call().present(present).build();
        ModelCall call = plain.call();
        return new Request(
                plain.identity(),
                plain.timing(),
                new ModelCall(call.provider(), call.model(), call.operation(), tier, Optional.of("eu"), call.count()),
                plain.tokens(),
                plain.cost(),
                plain.completion(),
                plain.caller(),
                plain.present());
    }

    @Test
    void takesTheEarlierStartIfItIsOne() {
        SampleCall late = call().at("2026-11-02T12:00:05Z");
        SampleCall early = call().at("2026-11-02T12:00:01Z");
        assertThat(merged(late, early)).isEqualTo(early.build());
        assertThat(merged(early, late)).isEqualTo(early.build());
        assertThat(merged(late, call().at("1970-01-01T00:00:00Z").present(NOTHING))
                        .timing())
                .isEqualTo(late.build().timing());
    }

    @Test
    void takesTheLongerLatencyAndTheFirstTokenThatIsTold() {
        assertThat(merged(call().taking(5), call().taking(9)))
                .isEqualTo(call().taking(9).build());
        assertThat(merged(call().taking(9), call().taking(5)))
                .isEqualTo(call().taking(9).build());
        assertThat(merged(call().taking(9), call())).isEqualTo(call().taking(9).build());
        assertThat(merged(call(), call().taking(9))).isEqualTo(call().taking(9).build());
        assertThat(merged(call(), call().firstTokenAfter(3)))
                .isEqualTo(call().firstTokenAfter(3).build());
        assertThat(merged(call().firstTokenAfter(2), call().firstTokenAfter(3)))
                .isEqualTo(call().firstTokenAfter(2).build());
    }

    @Test
    void takesTheLargerCounts() {
        Request one = new Request(
                Identity.NONE,
                call().build().timing(),
                call().build().call(),
                Optional.of(new Tokens(10, 1, 2, 3, 4, 5)),
                Optional.empty(),
                call().build().completion(),
                call().build().caller(),
                NOTHING);
        assertThat(Facts.merge(one, call().tokens(7, 9).build()).tokens()).contains(new Tokens(10, 1, 2, 3, 9, 5));
        assertThat(merged(call().withoutTokens(), call().tokens(7, 9)).tokens()).contains(new Tokens(7, 0, 0, 0, 9, 0));
        assertThat(merged(call().count(3), call().count(2)).call().count()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, OK, OK",
        "OK, UNKNOWN, OK",
        "OK, RATE_LIMITED, RATE_LIMITED",
        "TIMEOUT, OK, TIMEOUT",
        "TIMEOUT, FAILED, TIMEOUT",
        "CANCELLED, OK, CANCELLED"
    })
    void takesTheFailureOverTheSuccess(Outcome one, Outcome other, Outcome expected) {
        assertThat(merged(call().outcome(one), call().outcome(other))
                        .completion()
                        .outcome())
                .isEqualTo(expected);
    }

    @Test
    void takesWhatOnlyOneTellsFromIt() {
        SampleCall rich = call().id("i")
                .session("s")
                .user("u")
                .repeatKey("r")
                .workload("w")
                .retries(2)
                .cost("0.5")
                .streaming(Streaming.STREAMED)
                .tags("t");
        SampleCall poor = call().operation(Operation.UNKNOWN).withoutModel().streaming(Streaming.UNKNOWN);
        assertThat(merged(rich, poor)).isEqualTo(rich.build());
        assertThat(merged(poor, rich)).isEqualTo(rich.build());
    }

    @Test
    void takesATierThatIsToldOverOneThatIsAssumed() {
        Request assumed = tier(Tier.STANDARD, NOTHING);
        Request told = tier(Tier.BATCH, EnumSet.of(Field.SERVICE_TIER));
        Request alsoTold = tier(Tier.FLEX, EnumSet.of(Field.SERVICE_TIER));
        assertThat(Facts.merge(assumed, told)).isEqualTo(told);
        assertThat(Facts.merge(told, assumed)).isEqualTo(told);
        assertThat(Facts.merge(told, alsoTold)).isEqualTo(told);
        assertThat(Facts.merge(assumed, tier(Tier.PROVISIONED, NOTHING))).isEqualTo(assumed);
    }

    @Test
    void addsOfAContextOnlyWhatMayHoldForAllItsCalls() {
        EnumSet<Field> everything = EnumSet.allOf(Field.class);
        Request context = call().id("not-a-call")
                .session("s")
                .cost("7")
                .taking(9)
                .tokens(1, 1)
                .outcome(Outcome.FAILED)
                .retries(3)
                .userAgent("cli")
                .present(everything)
                .build();
        Request within = Facts.within(call().present(NOTHING).build(), context);
        assertThat(within.caller().userAgent()).contains("cli");
        assertThat(within.identity()).isEqualTo(call().session("s").build().identity());
        assertThat(within.cost()).isEmpty();
        assertThat(within.timing()).isEqualTo(call().build().timing());
        assertThat(within.tokens()).isEqualTo(call().build().tokens());
        assertThat(within.completion()).isEqualTo(call().build().completion());
        assertThat(within.present()).contains(Field.USER_AGENT, Field.SESSION).doesNotContain(Field.COST, Field.START);
    }
}
