package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.SampleCall;
import dev.batchable.record.Streaming;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyRankTest {
    private static long rank(SampleCall call) {
        return CopyRank.of(call.build());
    }

    @Test
    void ranksWhoeverTellsMoreFieldsHigherWhateverElseItSays() {
        for (int i = 0; i < 50; i++) {
            long poor = rank(call().key("key-" + i).present(EnumSet.of(Field.START, Field.MODEL)));
            long rich = rank(call().key("other-" + i).present(EnumSet.of(Field.START, Field.MODEL, Field.KEY_ALIAS)));
            assertThat(rich).isGreaterThan(poor).isPositive();
        }
    }

    @Test
    void tellsApartCopiesThatDifferInAnythingButTheirId() {
        List<SampleCall> copies = List.of(
                call(),
                call().at("2026-11-02T12:00:00.001Z"),
                call().taking(5),
                call().taking(6),
                call().taking(6).firstTokenAfter(2),
                call().model("gpt-5"),
                call().withoutModel(),
                call().operation(Operation.EMBEDDING),
                call().outcome(Outcome.FAILED),
                call().streaming(Streaming.STREAMED),
                call().retries(1),
                call().tokens(101, 10),
                call().tokens(100, 11),
                call().withoutTokens(),
                call().cost("0.01"),
                call().cost("0.02"),
                call().count(2),
                call().session("s"),
                call().user("u"),
                call().repeatKey("r"),
                call().workload("w"),
                call().key("k"),
                call().keyId("k"),
                call().service("s"),
                call().project("p", "t"),
                call().project("p", "u"),
                call().userAgent("a"),
                call().tags("a"),
                call().tags("b"));
        assertThat(copies.stream().map(CopyRankTest::rank)).doesNotHaveDuplicates();
        assertThat(rank(call().id("a"))).isEqualTo(rank(call().id("b")));
    }
}
