package dev.batchable.render;

import dev.batchable.checklist.QuestionId;
import dev.batchable.policy.PolicyReader;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Decision.Decides;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes a first `batchable.yaml` from a report, to be filled in by people who know what the logs cannot show.
///
/// It declares nothing by itself: what the logs suggest stands in comments, so that reading it back gives the
/// same answers as no policy at all, and a missing fact is spelled `TODO`, which the reader refuses once
/// uncommented and not filled in. Each entry matches the very name that its calls have without rules, because a
/// key's alias or a service would also take calls that a tag has given to another workload.
public final class PolicyDraft {
    private static final String TAIL = """

            # Excuses, each with an owner and an end:
            # waivers:
            #   - {workload: "support-*", owner: cx, reason: contract until Q2, expires: 2027-03-31}

            # Limits for a build or the monthly review:
            # gate: {fail_above: 10%, max_undecided: 30%, min_coverage: 95%}
            """;

    private final StringBuilder out = new StringBuilder();
    private final AuditReport report;

    private PolicyDraft(AuditReport report) {
        this.report = report;
    }

    /// The draft, read without error by [PolicyReader].
    public static String of(AuditReport report) {
        return new PolicyDraft(report).write();
    }

    private String write() {
        Basis basis = report.basis();
        // The window's end is exclusive; people read the last day.
        out.append(String.format(
                Locale.ROOT, """
            # First policy for batchable, drafted from the logs of %s to %s.
            #
            # Comments show what the logs suggest. An answer counts as yours once you remove its '#': it then beats
            # the logs. A line with TODO asks for what logs cannot show; put the value in its place. All keys, with
            # examples: docs/policy.md.
            """, basis.window().from(), basis.window().to().minusDays(1)));
        writeDecisions();
        line("version: 1");
        line("currency: " + basis.currency());
        line("time_zone: " + zone(basis.window().timeZone()) + "   # of times of day below");
        line("");
        line("workloads:");
        report.workloads().forEach(this::writeWorkload);
        return out.append(TAIL).toString();
    }

    /// Java spells UTC `Z`, which nobody writes in a policy.
    private static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : YamlText.scalar(zone.getId());
    }

    /// The shortest way to a better report: the missing facts, the dearest first.
    private void writeDecisions() {
        List<WorkloadReport> undecided = report.workloads().stream()
                .filter(workload -> workload.decision().decides().isPresent())
                .sorted(Comparator.comparing(WorkloadReport::atStake).reversed().thenComparing(WorkloadReport::name))
                .toList();
        if (!undecided.isEmpty()) {
            line("#");
            line("# What to find out first:");
        }
        for (WorkloadReport workload : undecided) {
            Decides decides = workload.decision().decides().orElseThrow();
            line("#   " + decides.question().policyKey() + " of " + YamlText.comment(workload.name()) + " decides "
                    + worth(workload));
            decides.outcomes()
                    .forEach(outcome -> line("#     "
                            + YamlText.comment(Phrases.outcome(
                                    outcome, workload, report.basis().currency()))));
        }
    }

    private void writeWorkload(WorkloadReport workload) {
        CallerSource source = workload.identity().key().source();
        line("");
        line("  # " + workload.verdict().id() + ": "
                + YamlText.comment(workload.decision().because()) + "; "
                + perMonth(workload.spend().monthlyRealtime()) + " on realtime");
        switch (source) {
            case POLICY ->
                line("  # " + YamlText.comment(workload.name()) + " is an entry of the policy in use; "
                        + "keep it from there.");
            case UNATTRIBUTED -> writeUnattributed(workload);
            case GROUP_BY, TAG, KEY_ALIAS, SERVICE, PROJECT, KEY_HASH -> writeEntry(workload);
        }
    }

    /// Commented out: an entry would give the calls a name, and the report would call their spend attributed.
    private void writeUnattributed(WorkloadReport workload) {
        line("  # These calls name no caller. Give each caller a key of its own, or name them here:");
        line("  # - name: TODO");
        line("  #   match: {workload: " + YamlText.scalar(workload.name()) + "}");
    }

    private void writeEntry(WorkloadReport workload) {
        String name = YamlText.scalar(workload.name());
        line("  - name: " + name);
        line("    match: {workload: " + name + "}");
        line(workload.identity()
                .owner()
                .map(owner -> "    owner: " + YamlText.scalar(owner))
                .orElse("    # owner: TODO"));
        line("    answers:");
        workload.answers().forEach(answer -> writeAnswer(workload, answer));
    }

    /// A finding that is no value of the policy, such as a cost in words, stays beside the TODO.
    private void writeAnswer(WorkloadReport workload, AnswerReport answer) {
        Optional<String> value = answer.known()
                .map(AnswerReport.Known::value)
                .filter(found -> PolicyReader.acceptsAnswer(answer.question().policyKey(), found));
        String key = answer.question().policyKey() + ": "
                + value.map(YamlText::answer).orElse("TODO");
        String money = workload.decision()
                .decides()
                .filter(fact -> fact.question() == answer.question())
                .map(fact -> "TODO decides " + worth(workload) + ": ")
                .orElse("");
        String why = value.isPresent() ? "" : answer.question().text() + " " + choices(answer.question());
        String seen = answer.known().map(known -> seen(known, value)).orElse("");
        line(String.format(
                Locale.ROOT,
                "      # %-28s # %s",
                key,
                money + why + (why.isEmpty() || seen.isEmpty() ? "" : "; ") + YamlText.comment(seen)));
    }

    private static String seen(AnswerReport.Known known, Optional<String> value) {
        String source = known.source().id() + (value.isPresent() ? "" : ": " + known.value());
        return source + ", confidence "
                + known.confidence().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String choices(QuestionId question) {
        return switch (question) {
            case USER_WAITING -> "yes, no or mixed";
            case MAX_LATENCY -> "4h after the call, or a time of day such as \"06:00\"";
            case DEFERRAL_COST -> "such as 12 USD/h";
            case QUOTA_DOMAIN -> "such as openai/prod";
            case DEGRADATION -> "queue, retry, fallback, fail or user-visible-error";
            case PARTIAL_ASYNC -> "whole, none or a share such as 40%";
        };
    }

    /// What the missing fact decides: per month, or over the window where the work is not known to come back.
    private String worth(WorkloadReport workload) {
        return workload.isOneOff()
                ? exact(workload.atStake()) + " once, over the window"
                : perMonth(workload.atStake());
    }

    private String perMonth(BigDecimal amount) {
        return exact(amount) + "/month";
    }

    private String exact(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f %s", amount, report.basis().currency());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
