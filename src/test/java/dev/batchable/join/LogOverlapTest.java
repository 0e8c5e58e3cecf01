package dev.batchable.join;

import static dev.batchable.record.SampleCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.join.LogOverlap.Twice;
import dev.batchable.join.LoggedDays.ModelName;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Request;
import dev.batchable.record.SampleCall;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogOverlapTest {
    private final LoggedDays logs = new LoggedDays(LogOverlapTest::name);

    private static ModelName name(ModelCall call, long day) {
        return new ModelName(call.provider(), call.model().map(model -> model.replace("-2026-04-14", "")));
    }

    private LogOverlapTest logged(String format, int calls, SampleCall each) {
        logs.add(format, Collections.nCopies(calls, each.build()));
        return this;
    }

    private List<String> dropped() {
        return LogOverlap.of(logs).found().stream().map(Twice::coarser).toList();
    }

    @Test
    void leavesCallsThatTwoLogsTellToTheOneThatTellsMoreFields() {
        logged("gateway", 100, call().tokens(100, 10).key("search"))
                .logged("tracing", 99, call().tokens(100, 10).model("gpt-4.1-2026-04-14"));
        logs.add(
                "gateway",
                List.of(call().tokens(100, 10)
                        .present(EnumSet.allOf(Field.class))
                        .build()));
        LogOverlap overlap = LogOverlap.of(logs);
        assertThat(overlap.found())
                .containsExactly(new Twice(
                        "gateway",
                        "tracing",
                        new ModelName(Optional.of("openai"), Optional.of("gpt-4.1")),
                        LoggedDays.day(SampleCall.NOON),
                        99,
                        10_890));
        Request seen = call().build();
        assertThat(overlap.isToldElsewhere("tracing", seen, LogOverlapTest::name))
                .isTrue();
        assertThat(overlap.isToldElsewhere("gateway", seen, LogOverlapTest::name))
                .isFalse();
        Request nextDay = call().at("2026-11-03T12:00:00Z").build();
        assertThat(overlap.isToldElsewhere("tracing", nextDay, LogOverlapTest::name))
                .isFalse();
    }

    @Test
    void keepsCallsThatDifferInNumberOrTokens() {
        logged("gateway", 100, call().tokens(100, 10)).logged("tracing", 90, call().tokens(100, 10));
        assertThat(dropped()).isEmpty();
    }

    @Test
    void keepsCallsOfAnotherModelOrTooFewToTell() {
        logged("gateway", 100, call().tokens(100, 10))
                .logged("tracing", 100, call().tokens(100, 10).model("gpt-5"));
        logged("gateway", 20, call().model("o3")).logged("tracing", 20, call().model("o3"));
        assertThat(dropped()).isEmpty();
    }

    @Test
    void countsOneOfThreeLogsOfTheSameCalls() {
        logged("a", 100, call().tokens(100, 10))
                .logged("b", 100, call().tokens(100, 10))
                .logged("c", 101, call().tokens(100, 10));
        assertThat(dropped()).containsExactly("b", "c");
    }
}
