package dev.batchable.evaluation.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.evaluation.workload.Call;
import dev.batchable.record.Request;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimulationTest {
    static Stream<Kind> kinds() {
        return Kinds.all().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindMakesCallsOfTheTruthItNames(Kind kind) {
        assertThat(Simulation.make(kind, Size.SMALL, 1).label()).isEqualTo(kind.label());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneSeedGivesTheSameCallsAndAnotherOthers(Kind kind) {
        assertThat(Simulation.make(kind, Size.SMALL, 1)).isEqualTo(Simulation.make(kind, Size.SMALL, 1));
        assertThat(Simulation.make(kind, Size.SMALL, 1).traffic())
                .isNotEqualTo(Simulation.make(kind, Size.SMALL, 3).traffic());
    }

    @Test
    void noTwoKindsShareAName() {
        assertThat(Kinds.all()).extracting(Kind::name).doesNotHaveDuplicates();
    }

    /// The shares of public sessions with a pause of over a minute: 94 % where people drive agents, 9 % where
    /// none does.
    @ParameterizedTest
    @CsvSource({"single-developer, 0.85, 1", "agents-by-people, 0.85, 1", "agent-runs, 0.02, 0.16"})
    void sessionsHoldPausesAsOftenAsPublicOnes(String kind, double atLeast, double atMost) {
        Collection<List<Request>> sessions = sessions(kind);
        long paused = sessions.stream().filter(SimulationTest::pauses).count();
        assertThat((double) paused / sessions.size()).isBetween(atLeast, atMost);
    }

    private static Collection<List<Request>> sessions(String name) {
        Kind kind = kinds().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return Simulation.make(kind, Size.MEDIUM, 1).traffic().calls().stream()
                .map(Call::request)
                .sorted(Comparator.comparing(request -> request.timing().start()))
                .collect(Collectors.groupingBy(
                        request -> request.identity().session().orElseThrow()))
                .values();
    }

    private static boolean pauses(List<Request> session) {
        for (int i = 1; i < session.size(); i++) {
            var before = session.get(i - 1).timing();
            long end = before.start().toEpochMilli() + before.latencyMillis().orElse(0);
            if (session.get(i).timing().start().toEpochMilli() - end > 60_000) {
                return true;
            }
        }
        return false;
    }
}
