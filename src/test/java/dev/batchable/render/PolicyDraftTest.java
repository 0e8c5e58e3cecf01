package dev.batchable.render;

import static dev.batchable.gate.WorkloadFixture.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.gate.ReportFixture;
import dev.batchable.gate.WorkloadFixture;
import dev.batchable.policy.CallMatch.Attribute;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.DeclaredAnswers.UserWaiting;
import dev.batchable.policy.Glob;
import dev.batchable.policy.LatencyBudget;
import dev.batchable.policy.PartialAsync;
import dev.batchable.policy.Policy;
import dev.batchable.policy.PolicyException;
import dev.batchable.policy.PolicyReader;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.report.AnswerReport;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDraftTest {
    private static final WorkloadFixture INVOICES = workload("invoice-extract", Verdict.UNDECIDED, "1204.5")
            .decides(QuestionId.MAX_LATENCY, "612.25")
            .answer(known(QuestionId.USER_WAITING, "no", "0.93"))
            .answer(unknown(QuestionId.MAX_LATENCY));

    @Test
    void isWrittenToBeFilledIn() {
        String draft = PolicyDraft.of(ReportFixture.of(
                        INVOICES,
                        workload("search/embedding", Verdict.KEEP, "30").ownedBy("search"),
                        workload("(unattributed) openai/gpt-4.1/chat", Verdict.UNDECIDED, "20")
                                .from(CallerSource.UNATTRIBUTED)
                                .decides(QuestionId.USER_WAITING, "900"))
                .build());

        assertThat(draft).isEqualTo("""
                        # First policy for batchable, drafted from the logs of 2026-10-01 to 2026-10-31.
                        #
                        # Comments show what the logs suggest. An answer counts as yours once you remove its '#': it then beats
                        # the logs. A line with TODO asks for what logs cannot show; put the value in its place. All keys, with
                        # examples: docs/policy.md.
                        #
                        # What to find out first:
                        #   user_waiting of (unattributed) openai/gpt-4.1/chat decides 900.00 USD/month
                        #     in favour moves it and saves 900 USD a month
                        #     against keeps it on realtime
                        #   max_latency of invoice-extract decides 612.25 USD/month
                        #     in favour moves it and saves 612 USD a month
                        #     against keeps it on realtime
                        version: 1
                        currency: USD
                        time_zone: UTC   # of times of day below

                        workloads:

                          # undecided: because of the test; 1,204.50 USD/month on realtime
                          - name: invoice-extract
                            match: {workload: invoice-extract}
                            # owner: TODO
                            answers:
                              # user_waiting: no             # observed, confidence 0.93
                              # max_latency: TODO            # TODO decides 612.25 USD/month: What is the maximum acceptable latency? 4h after the call, or a time of day such as "06:00"

                          # keep: because of the test; 30.00 USD/month on realtime
                          - name: search/embedding
                            match: {workload: search/embedding}
                            owner: search
                            answers:

                          # undecided: because of the test; 20.00 USD/month on realtime
                          # These calls name no caller. Give each caller a key of its own, or name them here:
                          # - name: TODO
                          #   match: {workload: "(unattributed) openai/gpt-4.1/chat"}

                        # Excuses, each with an owner and an end:
                        # waivers:
                        #   - {workload: "support-*", owner: cx, reason: contract until Q2, expires: 2027-03-31}

                        # Limits for a build or the monthly review:
                        # gate: {fail_above: 10%, max_undecided: 30%, min_coverage: 95%}
                        """);
    }

    @Test
    void tellsTheMoneyOfTheWindowForWorkSeenOnce() {
        String draft = PolicyDraft.of(ReportFixture.of(workload("once", Verdict.UNDECIDED, "9")
                        .decides(QuestionId.MAX_LATENCY, "4.5")
                        .oneOff())
                .build());

        assertThat(draft).contains("""
                #   max_latency of once decides 4.50 USD once, over the window
                #     in favour moves it and saves 4.50 USD once
                """);
    }

    @Test
    void declaresNothingByItself() throws PolicyException {
        Policy policy = read(ReportFixture.of(INVOICES));

        assertThat(policy.currency()).contains("USD");
        assertThat(policy.zone().normalized()).isEqualTo(ZoneOffset.UTC);
        WorkloadRule rule = policy.workloads().get(0);
        assertThat(rule.name()).isEqualTo("invoice-extract");
        assertThat(rule.match().globs()).containsOnlyKeys(Attribute.WORKLOAD);
        assertThat(rule.match().globs().get(Attribute.WORKLOAD)).containsExactly(Glob.of("invoice-extract"));
        assertThat(rule.answers()).isEqualTo(DeclaredAnswers.NONE);
    }

    @Test
    void declaresAnObservedAnswerOnceItsHashIsRemoved() throws PolicyException {
        String draft = uncommented(PolicyDraft.of(ReportFixture.of(workload("digest", Verdict.MOVE, "10")
                        .answer(known(QuestionId.USER_WAITING, "no", "0.9"))
                        .answer(known(QuestionId.MAX_LATENCY, "06:00", "0.9"))
                        .answer(known(QuestionId.DEFERRAL_COST, "12.5 USD/h", "0.9"))
                        .answer(known(QuestionId.QUOTA_DOMAIN, "openai/prod, eu: \"x\"", "0.9"))
                        .answer(known(QuestionId.DEGRADATION, "user-visible-error", "0.9"))
                        .answer(known(QuestionId.PARTIAL_ASYNC, "40%", "0.9")))
                .build()));

        DeclaredAnswers answers =
                PolicyReader.read("draft", draft).workloads().get(0).answers();

        assertThat(answers.userWaiting()).contains(UserWaiting.NO);
        assertThat(answers.maxLatency()).contains(new LatencyBudget.By(LocalTime.of(6, 0)));
        assertThat(answers.deferralCost().orElseThrow().perHour().amount()).isEqualByComparingTo("12.5");
        assertThat(answers.quotaDomain()).contains("openai/prod, eu: \"x\"");
        assertThat(answers.degradation()).contains(DeclaredAnswers.Degradation.USER_VISIBLE_ERROR);
        assertThat(answers.partialAsync()).contains(new PartialAsync(new BigDecimal("0.40")));
    }

    @Test
    void keepsAFindingThatIsNoAnswerBesideTheQuestion() {
        String draft = PolicyDraft.of(ReportFixture.of(
                        workload("digest", Verdict.MOVE, "10").answer(known(QuestionId.MAX_LATENCY, "5h22m", "0.8455")))
                .build());

        assertThat(draft)
                .contains("# max_latency: TODO            # What is the maximum acceptable latency?"
                        + " 4h after the call, or a time of day such as \"06:00\"; observed: 5h22m, confidence 0.85\n");
    }

    @Test
    void isRefusedWhereAFactIsUncommentedButNotFilledIn() {
        String draft = uncommented(PolicyDraft.of(ReportFixture.of(INVOICES).build()));

        assertThatThrownBy(() -> PolicyReader.read("draft", draft))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("max_latency is 'TODO'; expected a duration or a time of day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "null",
                "~",
                "5",
                "*",
                "a: b",
                "a #b",
                "\"quoted\"",
                "back\\slash",
                "line\nbreak: x",
                "\u2028sep",
                "tab\there",
                "émoji 🙂",
                "\u202Ereversed",
                "{a}",
                " blank",
                "-",
            })
    void keepsAnyNameThatALogMayHold(String name) throws PolicyException {
        Policy policy = read(ReportFixture.of(
                workload(name, Verdict.UNDECIDED, "1").decides(QuestionId.USER_WAITING, "1"),
                workload("after", Verdict.KEEP, "1")));

        assertThat(policy.workloads()).extracting(WorkloadRule::name).containsExactly(name.strip(), "after");
    }

    @Test
    void leavesEntriesOfThePolicyInUseToIt() throws PolicyException {
        assertThat(read(ReportFixture.of(workload("named", Verdict.KEEP, "1").from(CallerSource.POLICY)))
                        .workloads())
                .isEmpty();
    }

    @Test
    void isAPolicyWhereThereAreNoWorkloads() throws PolicyException {
        assertThat(read(ReportFixture.of()).workloads()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(QuestionId.class)
    void asksEveryQuestionThatHasNoAnswer(QuestionId question) {
        String draft = PolicyDraft.of(
                ReportFixture.of(workload("a", Verdict.UNDECIDED, "1").answer(unknown(question)))
                        .build());

        assertThat(draft).contains("# " + question.policyKey() + ": TODO").contains("# " + question.text());
    }

    /// What an owner does who takes over every line of `answers`.
    private static String uncommented(String draft) {
        return draft.replaceAll("(?m)^      # ([a-z_]+: )", "      $1");
    }

    private static Policy read(ReportFixture report) throws PolicyException {
        return PolicyReader.read("draft", PolicyDraft.of(report.build()));
    }

    private static AnswerReport known(QuestionId question, String value, String confidence) {
        return new AnswerReport(
                question,
                Lean.BATCH,
                Optional.of(
                        new AnswerReport.Known(value, new BigDecimal(confidence), Origin.OBSERVED, Optional.empty())),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static AnswerReport unknown(QuestionId question) {
        return new AnswerReport(
                question,
                Lean.UNKNOWN,
                Optional.empty(),
                Optional.of("this file lacks it"),
                List.of(),
                Optional.empty());
    }
}
