package dev.batchable.opportunity;

import dev.batchable.checklist.Answer;
import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.PaidKey;
import dev.batchable.profile.ClientKind;
import dev.batchable.profile.Coverage;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Realtime spend without any sign that somebody chose realtime: the standard tier, which a client library asks for
/// when nobody names another, unstreamed, no end user, no deadline and no declaration about who waits.
///
/// It says who chose the tier and nothing about who waits: a caller that needs its answer at once looks the same.
/// So the money is spend, none of it is called movable here, and beside it stands how much of it the checklist does
/// not keep on realtime. Where a log cannot tell end users, their absence says nothing and the calls are left out;
/// where it does not tell streaming, they count in the upper bound only.
final class DefaultTier {
    private static final Set<Operation> NEVER_STREAMED =
            EnumSet.of(Operation.EMBEDDING, Operation.RERANK, Operation.MODERATION);
    private static final Set<QuestionId> ABOUT_TIME = EnumSet.of(QuestionId.USER_WAITING, QuestionId.MAX_LATENCY);

    private DefaultTier() {}

    static Optional<Opportunity> of(List<Audited> workloads) {
        List<Audited> unchosen = workloads.stream()
                .filter(DefaultTier::isUnchosen)
                .filter(workload -> paid(workload).signum() > 0)
                .sorted(Opportunities.byMoney(DefaultTier::paid))
                .toList();
        return unchosen.isEmpty() ? Optional.empty() : Optional.of(opportunity(unchosen));
    }

    private static boolean isUnchosen(Audited workload) {
        WorkloadProfile profile = workload.profile();
        return profile.usage().rows().keySet().stream().allMatch(key -> key.tier() == Tier.STANDARD)
                && namesNobody(profile)
                && workload.judgement().answers().stream().noneMatch(DefaultTier::isDeclared);
    }

    private static boolean namesNobody(WorkloadProfile profile) {
        Coverage coverage = profile.coverage();
        long couldTell = coverage.provided().getOrDefault(Field.USER, 0L);
        return OpportunityRules.USERS_TOLD.reachedBy((double) couldTell / Math.max(1, coverage.rows()))
                && coverage.seen().getOrDefault(Field.USER, 0L) == 0
                && profile.audience().clients().getOrDefault(ClientKind.INTERACTIVE, 0L) == 0;
    }

    private static boolean isDeclared(Answer answer) {
        return ABOUT_TIME.contains(answer.question())
                && answer instanceof Answer.Known known
                && known.origin() == Answer.Origin.DECLARED;
    }

    /// Calls that are not known to be streamed.
    private static List<PaidKey> perhaps(Audited workload) {
        return workload.answeredRealtime().stream()
                .filter(key -> key.key().streaming() != Streaming.STREAMED)
                .toList();
    }

    private static List<PaidKey> unstreamed(Audited workload) {
        return perhaps(workload).stream()
                .filter(key -> key.key().streaming() == Streaming.UNSTREAMED
                        || NEVER_STREAMED.contains(key.key().operation()))
                .toList();
    }

    private static BigDecimal paid(Audited workload) {
        return Audited.paid(perhaps(workload));
    }

    private static Bounds bounds(Audited workload) {
        BigDecimal low = Audited.paid(unstreamed(workload));
        BigDecimal high = paid(workload);
        Optional<BigDecimal> known = low.compareTo(high) == 0 ? Optional.of(low) : Optional.empty();
        return new Bounds(low, known, high);
    }

    private static Opportunity opportunity(List<Audited> workloads) {
        Lines lines = new Lines();
        Money money = Money.NOTHING;
        BigDecimal notKept = BigDecimal.ZERO;
        for (Audited workload : workloads) {
            perhaps(workload).forEach(key -> key.parts(key.usage()).forEach(part -> lines.now(key, part)));
            money = money.plus(workload.money(bounds(workload)));
            if (workload.judgement().verdict() != Verdict.KEEP) {
                notKept = notKept.add(paid(workload));
            }
        }
        Optional<BigDecimal> share = Audited.share(notKept, money.window().high());
        return new Opportunity(
                Opportunity.Kind.DEFAULT_TIER,
                "realtime by default",
                workloads.stream().map(Audited::name).toList(),
                text(workloads, share),
                money,
                share,
                lines.lines(),
                List.of("a log does not tell whether `standard` was asked for or filled in by a client library"),
                overlaps(workloads));
    }

    private static String text(List<Audited> workloads, Optional<BigDecimal> notKept) {
        long all = calls(workloads, DefaultTier::perhaps);
        long untold = all - calls(workloads, DefaultTier::unstreamed);
        double kept = 1 - notKept.orElse(BigDecimal.ZERO).doubleValue();
        return Wording.plural(all, "realtime call") + " of " + Wording.plural(workloads.size(), "workload")
                + " show no realtime requirement: the default tier, no streaming"
                + (untold == 0 ? "" : " (not told of " + Wording.count(untold) + ")")
                + ", no end user, no declared deadline. Spend, not a saving: who waits is for the checklist, which"
                + " keeps " + Wording.percent(kept) + " of it on realtime.";
    }

    private static long calls(List<Audited> workloads, Function<Audited, List<PaidKey>> keys) {
        return workloads.stream()
                .flatMap(workload -> keys.apply(workload).stream())
                .mapToLong(key -> key.usage().requests())
                .sum();
    }

    private static List<String> overlaps(List<Audited> workloads) {
        List<String> names = new ArrayList<>();
        if (workloads.stream().map(Audited::judgement).anyMatch(Judgement::recommended)) {
            names.add("realtimeWhenBatchableSpend");
        }
        if (workloads.stream().anyMatch(workload -> workload.judgement().verdict() == Verdict.UNDECIDED)) {
            names.add("undecidedSpend");
        }
        return names;
    }
}
