package dev.batchable.evaluation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.record.Caller;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistortionTest {
    private static Traffic traffic(Label label, String start, int calls) {
        return Traffic.of(IntStream.range(0, calls)
                .mapToObj(i -> new Call(request(Instant.parse(start).plusSeconds(i)), label))
                .toList());
    }

    private static Request request(Instant start) {
        return new Request(
                new Identity(Optional.empty(), Optional.of("s"), Optional.empty(), Optional.empty()),
                new Timing(start, OptionalLong.empty(), OptionalLong.empty()),
                new ModelCall(Optional.empty(), Optional.of("gpt"), Operation.CHAT, Tier.STANDARD, Optional.empty(), 1),
                Optional.empty(),
                Optional.empty(),
                new Completion(Outcome.OK, Streaming.UNKNOWN, OptionalInt.empty()),
                Caller.NONE,
                Set.of(Field.START, Field.SESSION));
    }

    private static Traffic distorted(String name, Traffic traffic) {
        return Distortion.all().stream()
                .filter(distortion -> distortion.name().equals(name))
                .findFirst()
                .orElseThrow()
                .change()
                .apply(traffic);
    }

    private static final Traffic HOUR = traffic(Label.INTERACTIVE, "2026-01-12T15:00:30.250Z", 3_600);

    @Test
    void shiftsRoundsAndThins() {
        assertThat(distorted("zone shifted by 5 h", HOUR).first()).contains(Instant.parse("2026-01-12T20:00:30.250Z"));
        assertThat(distorted("stamps to the second", HOUR).first()).contains(Instant.parse("2026-01-12T15:00:30Z"));
        assertThat(distorted("stamps to the minute", HOUR).first()).contains(Instant.parse("2026-01-12T15:00:00Z"));
        assertThat(distorted("thinned to 5 %", HOUR).calls()).hasSizeBetween(140, 220);
    }

    @Test
    void dropsSessionsAsIfTheFormatHadNone() {
        Traffic without = distorted("sessions dropped", HOUR);
        assertThat(without.provided()).containsExactly(Field.START);
        assertThat(without.calls())
                .allMatch(call -> call.request().identity().session().isEmpty());
    }

    @Test
    void mergesUnderOneKeyFromTheSameDayOn() {
        Traffic job = traffic(Label.MACHINE, "2025-11-01T02:00:00Z", 10);
        Workload merged = Distortion.merged(
                new Workload(new Origin("chat", "1", "rich"), HOUR), new Workload(new Origin("job", "1", "rich"), job));
        assertThat(merged.label()).isEqualTo(Label.MIXED);
        assertThat(merged.origin()).isEqualTo(new Origin("chat + job", "1", "rich"));
        assertThat(merged.traffic().calls())
                .extracting(call -> call.request().caller().keyAlias())
                .containsOnly(Optional.of("merged"));
        assertThat(merged.traffic().first()).contains(Instant.parse("2026-01-12T02:00:00Z"));
    }

    @Test
    void aPlainLogTellsOnlyWhatItsFormatHas() {
        Workload plain = new Workload(new Origin("chat", "1", "rich"), HOUR).on(LogSurface.PLAIN);
        assertThat(plain.origin().surface()).isEqualTo("plain");
        assertThat(plain.traffic().calls())
                .allMatch(call -> call.request().identity().equals(Identity.NONE))
                .allMatch(call -> call.request().present().equals(Set.of(Field.START)));
    }
}
