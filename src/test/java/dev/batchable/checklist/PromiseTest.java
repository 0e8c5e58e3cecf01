package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleRates.rated;
import static dev.batchable.checklist.SampleRates.realtime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.RhythmRules;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.checklist.evidence.SpellRules;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.DeclaredAnswers.Degradation;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedWorkload;
import dev.batchable.profile.ClientKind;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Interactive traffic is never called batchable, whatever else is declared or seen.
class PromiseTest {
    private static final int WORKLOADS = 100;

    /// A workload with random traits, declared in favour of a move in all that is not drawn.
    private static RatedWorkload random(Random random) {
        ProfileFixtures drawn = workload(random.nextBoolean() ? "nightly-batch" : "support-chat")
                .operation(random.nextBoolean() ? Operation.CHAT : Operation.EMBEDDING)
                .streaming(any(random, List.of(Streaming.values())))
                .outcome(random.nextInt(4) == 0 ? Outcome.CANCELLED : Outcome.OK)
                .daily(
                        MONDAY.plus(Duration.ofMinutes(random.nextInt(1_440))),
                        1 + random.nextInt(9),
                        Duration.ofSeconds(1 + random.nextInt(200)),
                        10 + random.nextInt(300))
                .sessions(random.nextInt(25), 1 + random.nextInt(15), random.nextInt(150))
                .clients(any(random, List.of(ClientKind.values())), random.nextInt(80));
        if (random.nextBoolean()) {
            drawn.users(random.nextInt(10));
        }
        if (random.nextInt(4) == 0) {
            drawn.useCase(random.nextBoolean() ? "analytics" : "chat");
        }
        drawn.declares(declared(random).answers());
        return drawn.workload(realtime("100"), rated(Tier.FLEX, "55"), rated(Tier.BATCH, "50"));
    }

    private static Declared declared(Random random) {
        Declared declared = Declared.nothing().within(Duration.ofHours(24)).degradation(Degradation.QUEUE);
        return random.nextBoolean()
                ? declared.userWaiting(any(random, List.of(DeclaredAnswers.UserWaiting.values())))
                : declared;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingThatAUserWaitsOnIsMoved(long seed) {
        Random random = new Random(seed);
        Set<Verdict> met = new TreeSet<>();
        for (int i = 0; i < WORKLOADS; i++) {
            Subject subject = Subject.of(random(random), Policy.EMPTY, SETTINGS.withoutDataMinimum());
            Judgement judgement = Checklist.judge(
                            List.of(subject.workload()), Policy.EMPTY, SETTINGS.withoutDataMinimum())
                    .ofWorkloads()
                    .get(0);
            met.add(judgement.verdict());
            boolean declaredYes = subject.declared()
                    .userWaiting()
                    .filter(DeclaredAnswers.UserWaiting.YES::equals)
                    .isPresent();
            boolean observedYes = UserWaiting.surely(UserWaiting.observed(subject), UserWaiting.YES);
            if (declaredYes || observedYes) {
                assertThat(judgement.verdict()).isNotEqualTo(Verdict.MOVE);
            }
        }
        assertThat(met).contains(Verdict.KEEP, Verdict.MOVE, Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void nothingIsMovedOnAssumptionsAlone(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WORKLOADS; i++) {
            RatedWorkload workload = workload("a")
                    .calls(MONDAY, Duration.ofMinutes(1 + random.nextInt(600)), 5 + random.nextInt(25))
                    .useCase("reporting")
                    .workload(realtime("100"), rated(Tier.FLEX, "55"), rated(Tier.BATCH, "50"));
            assertThat(ProfileFixtures.judgement(workload).recommended()).isFalse();
        }
    }

    @Test
    void theOrderOfWorkloadsChangesNoJudgement() {
        Random random = new Random(9);
        List<RatedWorkload> workloads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            workloads.add(random(random));
        }
        List<Judgement> forward =
                Checklist.judge(workloads, Policy.EMPTY, SETTINGS).ofWorkloads();
        Collections.reverse(workloads);
        List<Judgement> backward = new ArrayList<>(
                Checklist.judge(workloads, Policy.EMPTY, SETTINGS).ofWorkloads());
        Collections.reverse(backward);
        assertThat(forward).isEqualTo(backward);
    }

    @Test
    void everyRuleIsListedOnceWithItsSource() throws IllegalAccessException {
        List<Rule> declared = new ArrayList<>();
        for (Class<?> place : List.of(EvidenceRules.class, SpellRules.class, RhythmRules.class, Rules.class)) {
            for (java.lang.reflect.Field field : place.getDeclaredFields()) {
                if (field.getType() == Rule.class) {
                    field.setAccessible(true);
                    declared.add((Rule) field.get(null));
                }
            }
        }
        assertThat(Rules.all()).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(Rules.all())
                .noneMatch(rule -> rule.source().isBlank() || rule.unit().isBlank());
    }
}
