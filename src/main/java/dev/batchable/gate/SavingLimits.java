package dev.batchable.gate;

import dev.batchable.gate.Gate.Judged;
import dev.batchable.gate.GatePolicy.Figure;
import dev.batchable.policy.SavingLimit;
import dev.batchable.price.Exchange;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Predicate;

/// Judges the monthly saving left on the table: that of every recommended move that no waiver excuses. One-offs
/// save nothing a month and so stay outside by themselves.
final class SavingLimits {
    private final AuditReport report;
    private final GatePolicy policy;
    private final Estimate left;
    private final Estimate excused;

    SavingLimits(AuditReport report, GatePolicy policy) {
        this.report = report;
        this.policy = policy;
        this.left = saving(workload -> !WaiverFindings.isExcused(workload));
        this.excused = saving(WaiverFindings::isExcused);
    }

    /// @param above what it means to exceed the limit
    Judged judge(String rule, SavingLimit limit, Status above) {
        if (report.billAlone().isPresent()) {
            return new Judged(
                    new RuleOutcome(
                            rule,
                            limit instanceof SavingLimit.Share share
                                    ? share.share()
                                    : ((SavingLimit.Amount) limit).amount(),
                            Optional.empty(),
                            limit instanceof SavingLimit.Share ? "share" : currency() + "/month",
                            Status.INCONCLUSIVE,
                            "Only a bill was read, so what is left on the table is not known."),
                    false);
        }
        if (limit instanceof SavingLimit.Share share) {
            return judgeShare(rule, share.share(), above);
        }
        return judgeAmount(rule, (SavingLimit.Amount) limit, above);
    }

    /// Compared without dividing, so that a saving right at the limit is not decided by rounding.
    private Judged judgeShare(String rule, BigDecimal limit, Status above) {
        BigDecimal spend = report.totals().shadows().monthlyRealtime();
        BigDecimal allowed = limit.multiply(spend);
        Optional<BigDecimal> actual = Shares.of(judged(left), spend);
        String text = sentence(Shares.percent(limit) + " of monthly realtime spend", allowed);
        return judged(new RuleOutcome(rule, limit, actual, "share", status(allowed, above), text), allowed);
    }

    private Judged judgeAmount(String rule, SavingLimit.Amount limit, Status above) {
        String own = limit.currency().orElse(currency());
        Optional<BigDecimal> rate =
                new Exchange(policy.exchange(), report.basis().asOf()).factor(own, currency());
        if (rate.isEmpty()) {
            String text = "The limit is in " + own + ", the report in " + currency()
                    + ", and the policy has no exchange rate from one to the other.";
            return new Judged(
                    new RuleOutcome(rule, limit.amount(), Optional.empty(), own + "/month", Status.INCONCLUSIVE, text),
                    false);
        }
        BigDecimal allowed = limit.amount().multiply(rate.get());
        String shown = own.equals(currency())
                ? money(allowed)
                : limit.amount().toPlainString() + " " + own + " (" + money(allowed) + ")";
        return judged(
                new RuleOutcome(
                        rule,
                        allowed,
                        Optional.of(judged(left)),
                        currency() + "/month",
                        status(allowed, above),
                        sentence(shown, allowed)),
                allowed);
    }

    private Judged judged(RuleOutcome rule, BigDecimal allowed) {
        return new Judged(rule, left.low().compareTo(allowed) > 0);
    }

    private Status status(BigDecimal allowed, Status above) {
        return judged(left).compareTo(allowed) > 0 ? above : Status.PASSED;
    }

    private String sentence(String limit, BigDecimal allowed) {
        String waived = excused.expected().signum() == 0 ? "" : "; waivers excuse another " + money(judged(excused));
        return money(judged(left)) + " a month is left on the table ("
                + (policy.on() == Figure.LOW ? "low estimate" : "expected") + "), "
                + (judged(left).compareTo(allowed) > 0 ? "above" : "within") + " the limit of " + limit + waived + ".";
    }

    private BigDecimal judged(Estimate saving) {
        return policy.on() == Figure.LOW ? saving.low() : saving.expected();
    }

    private Estimate saving(Predicate<WorkloadReport> which) {
        return report.workloads().stream()
                .filter(WorkloadReport::recommended)
                .filter(which)
                .flatMap(workload -> workload.saving().stream())
                .map(SavingReport::monthly)
                .reduce(Estimate.ZERO, Estimate::plus);
    }

    private String money(BigDecimal amount) {
        return Shares.cents(amount) + " " + currency();
    }

    private String currency() {
        return report.basis().currency();
    }
}
