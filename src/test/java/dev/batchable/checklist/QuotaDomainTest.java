package dev.batchable.checklist;

import static dev.batchable.checklist.ProfileFixtures.MONDAY;
import static dev.batchable.checklist.ProfileFixtures.SETTINGS;
import static dev.batchable.checklist.ProfileFixtures.workload;
import static dev.batchable.checklist.SampleWorkloads.nightlyJob;
import static dev.batchable.checklist.SampleWorkloads.steady;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.policy.Policy;
import dev.batchable.price.RatedWorkload;
import dev.batchable.record.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaDomainTest {
    private static Answer answer(RatedWorkload... workloads) {
        return Checklist.judge(List.of(workloads), Policy.EMPTY, SETTINGS).ofWorkloads().get(0).answers().stream()
                .filter(answer -> answer.question() == QuestionId.QUOTA_DOMAIN)
                .findFirst()
                .orElseThrow();
    }

    private static Answer.Known known(RatedWorkload... workloads) {
        return (Answer.Known) answer(workloads);
    }

    private static String found(Answer answer, String signal) {
        return answer.evidence().stream()
                .filter(evidence -> evidence.signal().equals(signal))
                .map(Evidence::found)
                .findFirst()
                .orElseThrow();
    }

    private static ProfileFixtures limited(int calls) {
        return nightlyJob()
                .outcome(Outcome.RATE_LIMITED)
                .calls(MONDAY.plus(Duration.ofHours(2)), Duration.ofSeconds(20), calls);
    }

    private static ProfileFixtures people() {
        return steady().sessions(20, 5, 120);
    }

    @Test
    void sharingARateLimitedDomainWithPeopleLeansBatch() {
        Answer.Known answer = known(limited(5).workload(), people().workload());
        assertThat(answer.value()).isEqualTo("openai/gpt-4.1");
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
        assertThat(found(answer, "quota-sharing"))
                .contains("of the busiest minute of openai/gpt-4.1, shared with 1 other workload, users waiting");
        assertThat(found(answer, "rate-limits"))
                .isEqualTo("5 calls rate-limited in the domain: 5 of its own, 0 of others fall to it, 0 of them where"
                        + " users wait");
    }

    @Test
    void withoutRateLimitsOrPeopleTheDomainLeansNowhere() {
        assertThat(known(limited(4).workload(), people().workload()).lean()).isEqualTo(Lean.NEITHER);
        assertThat(known(limited(5).workload(), steady().workload()).lean()).isEqualTo(Lean.NEITHER);
    }

    /// In the job's minute, 3 calls of it beside 9 of people who are refused.
    @Test
    void refusalsOfPeopleInItsMinutesFallToItByItsShare() {
        ProfileFixtures refused = people().outcome(Outcome.RATE_LIMITED).add(MONDAY.plus(Duration.ofHours(2)), 9);
        Answer.Known answer = known(nightlyJob().workload(), refused.workload());
        assertThat(found(answer, "rate-limits"))
                .isEqualTo("9 calls rate-limited in the domain: 0 of its own, 2 of others fall to it, 2 of them where"
                        + " users wait");
        assertThat(answer.lean()).isEqualTo(Lean.BATCH);
    }

    @Test
    void whatIsNotThereWhenCallsAreRefusedTakesNoRoom() {
        ProfileFixtures refused = people().outcome(Outcome.RATE_LIMITED).add(MONDAY.plus(Duration.ofHours(12)), 9);
        assertThat(known(nightlyJob().workload(), refused.workload()).lean()).isEqualTo(Lean.NEITHER);
    }

    @Test
    void whatUsersWaitOnIsNotMovedToMakeRoom() {
        ProfileFixtures waiting = people().outcome(Outcome.RATE_LIMITED).calls(MONDAY, Duration.ofMinutes(1), 9);
        ProfileFixtures other = workload("other").sessions(20, 5, 120).daily(MONDAY, 5, Duration.ofMinutes(3), 90);
        assertThat(known(waiting.workload(), other.workload()).lean()).isEqualTo(Lean.NEITHER);
    }

    @Test
    void tellsWhatAMoveFrees() {
        ProfileFixtures burst = workload("burst").daily(MONDAY, 4, Duration.ofSeconds(5), 60);
        ProfileFixtures calm = workload("calm").daily(MONDAY, 4, Duration.ofSeconds(30), 60);
        assertThat(found(answer(burst.workload(), calm.workload()), "quota-headroom"))
                .isEqualTo(
                        "a move to a pool of its own lowers the domain's peak from 14 to 2 calls a minute and from 14"
                                + " to 2 tokens a minute");
    }

    @Test
    void accountsPartDomains() {
        RatedWorkload one = nightlyJob().workload();
        RatedWorkload prod = workload("a")
                .account("prod")
                .calls(MONDAY, Duration.ofHours(1), 99)
                .workload();
        RatedWorkload dev = workload("b")
                .account("dev")
                .calls(MONDAY, Duration.ofHours(1), 99)
                .workload();
        Answer.Known answer = known(prod, dev, one);
        assertThat(answer.value()).isEqualTo("openai/prod/gpt-4.1");
        assertThat(found(answer, "quota-sharing")).contains("shared with 0 other workloads");
        assertThat(found(answer, "quota-account")).isEqualTo("account prod");
        assertThat(found(known(one), "quota-account")).startsWith("account not told");
    }

    @Test
    void workloadsKnownByTheHourAreLeftOutAndCounted() {
        RatedWorkload hourly = workload("h")
                .resolution(Duration.ofHours(1))
                .calls(MONDAY, Duration.ofHours(1), 99)
                .workload();
        assertThat(answer(nightlyJob().workload(), hourly).evidence().get(0).error())
                .contains("1 workload in the domain known by the hour or day only and not counted");
        assertThat(answer(hourly).evidence()).extracting(Evidence::signal).containsExactly("quota-account");
    }

    @Test
    void aDeclaredDomainIsNamed() {
        Answer.Known answer =
                known(steady().declares(Declared.nothing().quota("openai/prod").answers())
                        .workload());
        assertThat(answer.value()).isEqualTo("openai/prod");
        assertThat(answer.confidence()).isEqualTo(1);
    }

    @Test
    void withoutAProviderTheDomainIsUnknown() {
        Answer.Unknown answer =
                (Answer.Unknown) answer(steady().provider(Optional.empty()).workload());
        assertThat(answer.why()).isEqualTo("the format never has provider, model");
        assertThat(answer.change()).isPresent();
    }
}
