package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.catalog.CatalogInfo;
import dev.batchable.profile.Profile;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Conclusions;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Puts what an audit found out into a report. Reckons sums and nothing else: every amount comes from rating,
/// every verdict from the checklist.
public final class ReportAssembly {
    private static final Comparator<WorkloadReport> BY_MONEY_AT_STAKE = Comparator.comparing(WorkloadReport::atStake)
            .thenComparing(workload -> workload.spend().tiers().realtime())
            .thenComparing(workload -> workload.spend().tiers().total())
            .reversed()
            .thenComparing(WorkloadReport::name);

    private ReportAssembly() {}

    /// The report, not yet judged by a gate.
    public static AuditReport assemble(AuditFacts facts) {
        Basis basis = basis(facts);
        List<WorkloadReport> workloads = workloads(facts);
        return new AuditReport(
                basis,
                facts.sources(),
                TotalsAssembly.totals(facts, workloads),
                TotalsAssembly.savings(workloads),
                workloads,
                AppendixAssembly.appendix(facts, workloads),
                facts.reconciliation().map(AuditFacts.Reconciled::report),
                new Conclusions(
                        GateOutcome.NOT_ASKED,
                        FindingsAssembly.findings(facts, basis),
                        AssumptionsAssembly.assumptions(facts, workloads),
                        facts.opportunities()));
    }

    private static Basis basis(AuditFacts facts) {
        AuditFacts.Setting setting = facts.setting();
        CatalogInfo catalog = setting.catalog();
        return new Basis(
                setting.tool(),
                new Basis.Catalog(catalog.version(), catalog.observedAt(), catalog.sha256()),
                setting.policyFile(),
                setting.asOf(),
                period(facts.profile()),
                facts.rated().currency(),
                UsedRates.of(facts));
    }

    private static Basis.Period period(Profile profile) {
        List<LocalDate> unobserved = profile.window()
                .from()
                .datesUntil(profile.window().to())
                .filter(day -> !profile.observedDays().contains(day))
                .toList();
        return new Basis.Period(
                profile.window().from(),
                profile.window().to(),
                profile.window().days(),
                profile.window().days() - unobserved.size(),
                profile.window().zone(),
                unobserved);
    }

    private static List<WorkloadReport> workloads(AuditFacts facts) {
        WaiverMatch waivers = new WaiverMatch(
                facts.setting().policy(), facts.setting().asOf(), facts.rated().currency());
        return facts.judgements().stream()
                .map(judgement -> workload(judgement, waivers))
                .sorted(BY_MONEY_AT_STAKE)
                .toList();
    }

    private static WorkloadReport workload(Judgement judgement, WaiverMatch waivers) {
        BigDecimal monthlyRealtime = judgement.workload().monthlyRealtime();
        String name = judgement.workload().profile().key().name();
        return new WorkloadReport(
                UsageAssembly.identity(judgement.workload().profile()),
                UsageAssembly.usage(judgement.workload()),
                SpendAssembly.spend(judgement.workload()),
                DecisionAssembly.decision(judgement),
                judgement.answers().stream().map(DecisionAssembly::answer).toList(),
                SpendAssembly.arithmetic(judgement),
                judgement.move().map(move -> SavingAssembly.saving(judgement.workload(), move)),
                DecisionAssembly.handling(judgement, waivers.of(name, monthlyRealtime)));
    }
}
