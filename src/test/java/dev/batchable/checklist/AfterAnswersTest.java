package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.ref;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedLine;
import dev.batchable.price.RatedWorkload;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.SessionSample;
import dev.batchable.profile.SessionSample.Call;
import dev.batchable.record.Field;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Twelve sessions of five turns: answers of 5 s, a minute and a half apart.
class AfterAnswersTest {
    private static final RatingKey.ModelRef MAIN = ref("openai", "gpt-4.1");
    private static final RatingKey.ModelRef SMALL = ref("openai", "gpt-4.1-mini");

    private static List<Call> calls(int session, long fromSecond, long toSecond, RatingKey.ModelRef model) {
        List<Call> calls = new ArrayList<>();
        for (int turn = 0; turn < 5; turn++) {
            long start = MONDAY.toEpochMilli() + (session * 3_600L + turn * 90L) * 1_000;
            calls.add(new Call(start + fromSecond * 1_000, start + toSecond * 1_000, 100, SessionSample.hash(model)));
        }
        return calls;
    }

    private static ProfileFixtures sessions(ProfileFixtures workload, long fromSecond, long toSecond) {
        for (int i = 0; i < 12; i++) {
            workload.session(i, calls(i, fromSecond, toSecond, MAIN));
        }
        return workload.seen(Field.LATENCY, 1).seen(Field.SESSION, 1);
    }

    private static ProfileFixtures chat() {
        return sessions(
                workload("chat").streaming(Streaming.STREAMED).daily(MONDAY, 5, Duration.ofMinutes(2), 60), 0, 5);
    }

    private static ProfileFixtures aside(long fromSecond, long toSecond) {
        ProfileFixtures aside =
                workload("titles").streaming(Streaming.UNSTREAMED).daily(MONDAY, 5, Duration.ofMinutes(2), 60);
        return sessions(aside, fromSecond, toSecond);
    }

    private static Judgement beside(RatedWorkload workload) {
        return Checklist.judge(List.of(chat().workload(), workload), Policy.EMPTY, SETTINGS)
                .ofWorkloads()
                .get(1);
    }

    private static Answer partial(Judgement judgement) {
        return judgement.answers().get(5);
    }

    @Test
    void callsAfterStreamedAnswersCanFollowAsAWhole() {
        Answer.Known answer = (Answer.Known) partial(beside(aside(6, 7).workload()));
        assertThat(answer.value()).isEqualTo("whole");
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
        assertThat(answer.origin()).isEqualTo(Answer.Origin.OBSERVED);
        assertThat(answer.derivedFrom()).isEmpty();
        assertThat(answer.evidence().get(1).found())
                .isEqualTo("60 of 60 calls in sessions with streamed answers start at once after an answer has ended,"
                        + " and nothing that could need them follows at once: after 60 of 60 answers, in 12 of 12"
                        + " sessions");
        assertThat(answer.evidence().get(1).error())
                .contains("shares of sessions to 29 points (two standard errors of 12 sampled sessions)");
    }

    /// Only the owner knows whether a user waits for what comes after an answer too.
    @Test
    void aftercareAloneMovesNothing() {
        assertThat(beside(aside(6, 7).workload()).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void callsBeforeAnswersOrAfterAPauseAreNoAftercare() {
        assertThat(partial(beside(aside(-2, -1).workload()))).isInstanceOf(Answer.Unknown.class);
        assertThat(partial(beside(aside(40, 45).workload()))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void withoutDurationsNothingIsSeen() {
        assertThat(partial(beside(aside(6, 7).seen(Field.LATENCY, 0).workload())))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void callsWithoutASessionStay() {
        Answer.Known answer =
                (Answer.Known) partial(beside(aside(6, 7).inSessions(180).workload()));
        assertThat(answer.value()).isEqualTo("60%");
    }

    /// A main model and a small one after it, in one workload; prices as given.
    private static RatedWorkload twoModels(ProfileFixtures fixture, String main, String small) {
        ProfileFixtures both = fixture.asking("openai", "gpt-4.1-mini").daily(MONDAY, 5, Duration.ofMinutes(2), 60);
        for (int i = 0; i < 12; i++) {
            both.session(
                    i,
                    Stream.concat(calls(i, 0, 5, MAIN).stream(), calls(i, 6, 7, SMALL).stream())
                            .toList());
        }
        RatedWorkload rated = both.seen(Field.LATENCY, 1).seen(Field.SESSION, 1).workload();
        return new RatedWorkload(
                rated.profile(),
                rated.spend(),
                rated.recurrence(),
                rated.monthlyFactor(),
                List.of(line("gpt-4.1", main), line("gpt-4.1-mini", small)),
                rated.targets(),
                rated.unpriced(),
                rated.assumptions());
    }

    private static RatedLine line(String model, String amount) {
        return new RatedLine(
                new RatedLine.Place("openai", model, Tier.STANDARD, "base"),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                new BigDecimal(amount),
                RatedLine.Basis.LOGGED,
                Optional.empty());
    }

    private static ProfileFixtures app(Streaming streaming) {
        return workload("app")
                .streaming(streaming)
                .daily(MONDAY, 5, Duration.ofMinutes(2), 60)
                .streaming(streaming == Streaming.STREAMED ? Streaming.UNSTREAMED : streaming);
    }

    @Test
    void aModelThatFollowsAnotherIsAShareOfTheSpendThatLeansNowhere() {
        Judgement judgement = ProfileFixtures.judgement(twoModels(app(Streaming.UNKNOWN), "75", "25"));
        Answer.Known answer = (Answer.Known) partial(judgement);
        assertThat(answer.value()).isEqualTo("25%");
        assertThat(answer.lean()).isEqualTo(Lean.NEITHER);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judgement.nextStep())
                .isEqualTo("Give the calls that come after its answers, about 25.0 % of its spend, a key of their own,"
                        + " and audit again.");
    }

    @Test
    void whereTheAnswersAreStreamedTheShareLeansBatch() {
        Judgement judgement = ProfileFixtures.judgement(twoModels(app(Streaming.STREAMED), "75", "25"));
        assertThat(partial(judgement).lean()).isEqualTo(Lean.BATCH);
        assertThat(judgement.recommended()).isFalse();
    }

    /// A small model that sorts questions comes first, and the dear one writes the answer.
    @Test
    void theDearerModelIsTheAnswer() {
        assertThat(partial(ProfileFixtures.judgement(twoModels(app(Streaming.UNKNOWN), "25", "75"))))
                .isInstanceOf(Answer.Unknown.class);
    }
}
