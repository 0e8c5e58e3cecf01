package dev.batchable.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Answer;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.evaluation.workload.Label;
import dev.batchable.evaluation.workload.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    private static Judged judged(Label label, Verdict verdict, String value, double confidence) {
        Answer answer = new Answer.Known(
                QuestionId.USER_WAITING,
                value,
                Lean.NEITHER,
                confidence,
                Answer.Origin.OBSERVED,
                Optional.empty(),
                List.of());
        Opinion opinion = new Opinion(verdict, answer, "because");
        return new Judged(
                new Origin("family", "small 1", "rich"),
                "key",
                label,
                30,
                1,
                Arrays.stream(Mode.values()).collect(Collectors.toMap(Function.identity(), mode -> opinion)));
    }

    @ParameterizedTest
    @CsvSource({
        "INTERACTIVE, MOVE, yes, 0.8, called batchable",
        "INTERACTIVE, SPLIT, yes, 0.8, called batchable",
        "MIXED, MOVE, yes, 0.8, called batchable",
        "INTERACTIVE, UNDECIDED, no, 0.9, surely wrong",
        "MIXED, UNDECIDED, no, 0.9, surely wrong",
        "MACHINE, KEEP, yes, 0.95, surely wrong"
    })
    void countsWhatMustNotHappen(Label label, Verdict verdict, String value, double confidence, String what) {
        Judged one = judged(label, verdict, value, confidence);
        assertThat(Failures.of(new Evaluation("test", List.of(one), List.of())).byKind())
                .containsOnlyKeys(what + ": family");
    }

    @ParameterizedTest
    @CsvSource({
        "INTERACTIVE, UNDECIDED, no, 0.89",
        "INTERACTIVE, KEEP, yes, 0.98",
        "MIXED, UNDECIDED, yes, 0.98",
        "MACHINE, MOVE, no, 0.95",
        "MACHINE, UNDECIDED, yes, 0.89"
    })
    void letsPassWhatMayHappen(Label label, Verdict verdict, String value, double confidence) {
        Judged one = judged(label, verdict, value, confidence);
        assertThat(Failures.of(new Evaluation("test", List.of(one), List.of())).isEmpty())
                .isTrue();
    }

    @Test
    void countsWhatADistortionMoves() {
        Judged one = judged(Label.INTERACTIVE, Verdict.MOVE, "no", 0.8);
        Change change = new Change("thinned", "thinned", one, Verdict.UNDECIDED);
        assertThat(Failures.of(new Evaluation("test", List.of(), List.of(change)))
                        .byKind())
                .containsOnlyKeys("called batchable, thinned: family");
    }

    @Test
    void givesTheWilsonInterval() {
        assertThat(new Share(9, 10)).hasToString("9/10 = 90 % (60–98)");
        assertThat(new Share(0, 0)).hasToString("–");
    }
}
