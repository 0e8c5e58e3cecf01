package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.policy.WorkloadRule;
import dev.batchable.price.ForeignSpend;
import dev.batchable.price.PriceDisagreement;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.report.Basis;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.Opportunity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a reader should know beside the verdicts: the gravest first, then the dearest.
final class FindingsAssembly {
    /// Below a week, weekdays and weekends cannot be told apart.
    private static final long THIN_DAYS = 7;

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(
                    finding -> finding.money().map(BigDecimal::abs).orElse(BigDecimal.ZERO), Comparator.reverseOrder())
            .thenComparing(Finding::id)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::text);

    private FindingsAssembly() {}

    static List<Finding> findings(AuditFacts facts, Basis basis) {
        List<Finding> findings = new ArrayList<>(facts.background().findings());
        facts.reconciliation().ifPresent(bill -> findings.addAll(bill.findings()));
        facts.judgements().forEach(judgement -> findings.addAll(contradictions(judgement)));
        facts.judgements().forEach(judgement -> unpriced(judgement.workload()).ifPresent(findings::add));
        facts.judgements()
                .forEach(judgement -> unknownTier(judgement.workload()).ifPresent(findings::add));
        facts.rated().disagreements().forEach(disagreement -> findings.add(disagreement(disagreement, basis)));
        facts.rated().apart().forEach(apart -> findings.add(apart(apart)));
        facts.opportunities().forEach(opportunity -> findings.add(beside(opportunity)));
        findings.addAll(new PriceFindings(facts).findings());
        findings.addAll(unused(facts));
        boolean billAlone =
                facts.judgements().isEmpty() && facts.reconciliation().isPresent();
        if (!billAlone) {
            thinWindow(basis).ifPresent(findings::add);
        }
        return findings.stream().sorted(ORDER).toList();
    }

    /// Rules of the policy under which nothing was found: what they declare has no effect, and nobody would notice.
    private static List<Finding> unused(AuditFacts facts) {
        Set<String> used = facts.judgements().stream()
                .flatMap(judgement -> judgement.workload().profile().rule().stream())
                .map(WorkloadRule::name)
                .collect(Collectors.toSet());
        return facts.setting().policy().workloads().stream()
                .filter(rule -> !facts.judgements().isEmpty() && !used.contains(rule.name()))
                .map(rule -> new Finding(
                        "rule-unused",
                        Severity.WARNING,
                        rule.name(),
                        "The rule on line " + rule.line()
                                + " of the policy matches no call, and what it declares has no"
                                + " effect; mend its `match`, or remove it.",
                        Optional.empty()))
                .toList();
    }

    private static List<Finding> contradictions(Judgement judgement) {
        RatedWorkload workload = judgement.workload();
        return judgement.advice().contradictions().stream()
                .map(contradiction -> new Finding(
                        "declaration-contradicted",
                        Severity.WARNING,
                        name(workload),
                        "The policy declares " + contradiction.question().policyKey() + ": " + contradiction.declared()
                                + ", but the logs show " + contradiction.observed() + ".",
                        Optional.of(workload.monthlyRealtime())))
                .toList();
    }

    private static Optional<Finding> unpriced(RatedWorkload workload) {
        RatedWorkload.Unpriced unpriced = workload.unpriced();
        if (unpriced.requests() == 0 && unpriced.tokens() == 0) {
            return Optional.empty();
        }
        List<String> providers = UsageAssembly.identity(workload.profile()).providers();
        String models = unpriced.models().isEmpty() ? "no model" : String.join(", ", unpriced.models());
        return Optional.of(new Finding(
                "unpriced",
                Severity.WARNING,
                name(workload),
                counted(unpriced.requests(), "call") + " with " + counted(unpriced.tokens(), "token")
                        + " and no price (" + models
                        + (providers.isEmpty() ? "" : " at " + String.join(", ", providers))
                        + "); their cost is in no figure. " + remedy(unpriced),
                Optional.empty()));
    }

    /// A price helps only where the source tells what it is the price of.
    private static String remedy(RatedWorkload.Unpriced unpriced) {
        if (unpriced.tokens() == 0) {
            return "The source tells no tokens of them: log those too (streamed answers report them on demand).";
        }
        boolean named = unpriced.models().stream().anyMatch(model -> !model.equals(ModelKey.UNKNOWN));
        return named || unpriced.models().isEmpty()
                ? "Supply one with --prices."
                : "The source names no model: export it by model.";
    }

    private static Optional<Finding> unknownTier(RatedWorkload workload) {
        BigDecimal spend = workload.spend().unknownTier();
        return spend.signum() == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        "unknown-tier",
                        Severity.WARNING,
                        name(workload),
                        "The source does not tell the service tier of this spend, so none of it is called movable;"
                                + " export it grouped by service tier.",
                        Optional.of(spend)));
    }

    private static Finding disagreement(PriceDisagreement disagreement, Basis basis) {
        return new Finding(
                "price-disagreement",
                Severity.INFO,
                disagreement.workload(),
                "The source logged " + rounded(disagreement.logged()) + " " + basis.currency()
                        + " where tokens at catalog prices come to " + rounded(disagreement.priced())
                        + ": a discount, a gateway's margin, or a stale price on either side.",
                Optional.of(disagreement.logged().subtract(disagreement.priced())));
    }

    private static Finding apart(ForeignSpend apart) {
        return new Finding(
                "foreign-currency",
                Severity.WARNING,
                apart.workload(),
                rounded(apart.money().amount()) + " " + apart.money().currency()
                        + " are in no figure: the policy has no exchange rate for them.",
                Optional.empty());
    }

    /// The text and the arithmetic stand in `opportunities`.
    private static Finding beside(Opportunity opportunity) {
        String text = switch (opportunity.kind()) {
            case PROMPT_CACHE -> "Long prompts hardly ever come from the provider's prompt cache.";
            case RESULT_CACHE -> "Identical calls are answered again within a day.";
            case TOP_MODEL -> "Nearly everything runs on the dearest model of its generation.";
            case DEFAULT_TIER -> "Nothing shows that anybody chose the realtime tier.";
        };
        return new Finding(
                opportunity.kind().id(),
                Severity.INFO,
                opportunity.subject(),
                text + " See opportunities.",
                Optional.of(opportunity.money().window().high()));
    }

    private static Optional<Finding> thinWindow(Basis basis) {
        long days = basis.window().observedDays();
        return days >= THIN_DAYS
                ? Optional.empty()
                : Optional.of(new Finding(
                        "thin-window",
                        Severity.WARNING,
                        "window",
                        (days == 0 ? "No day was wholly observed" : "Only " + counted(days, "day") + " wholly observed")
                                + "; monthly figures rest on less than a week.",
                        Optional.empty()));
    }

    private static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static String rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String name(RatedWorkload workload) {
        return workload.profile().key().name();
    }
}
