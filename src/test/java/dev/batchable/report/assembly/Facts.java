package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.checklist.Judgements;
import dev.batchable.checklist.evidence.Incidents;
import dev.batchable.checklist.evidence.Rule;
import dev.batchable.policy.ExchangeRate;
import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Policy;
import dev.batchable.policy.Waiver;
import dev.batchable.price.ForeignSpend;
import dev.batchable.price.PriceDisagreement;
import dev.batchable.price.RatedProfile;
import dev.batchable.price.TierSaving;
import dev.batchable.price.catalog.CatalogInfo;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.profile.BatchHistory;
import dev.batchable.profile.Profile;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.record.Window;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.InputFigures;
import dev.batchable.report.Sources;
import dev.batchable.report.assembly.AuditFacts.Background;
import dev.batchable.report.assembly.AuditFacts.Reconciled;
import dev.batchable.report.assembly.AuditFacts.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Builds what an audit found out, October 2026 in UTC, for tests of the assembly.
final class Facts {
    private static final Window OCTOBER =
            new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"), ZoneOffset.UTC);

    private final List<Judgement> judgements;
    private final List<Waiver> waivers = new ArrayList<>();
    private final List<ForeignSpend> apart = new ArrayList<>();
    private final List<PriceDisagreement> disagreements = new ArrayList<>();
    private final List<TierSaving> tierSavings = new ArrayList<>();
    private final List<PriceRow> prices = new ArrayList<>();
    private final List<InputFigures> inputs = new ArrayList<>();
    private Set<LocalDate> observed = OCTOBER.from().datesUntil(OCTOBER.to()).collect(Collectors.toSet());
    private Optional<Reconciled> reconciled = Optional.empty();
    private Background background = Background.NONE;

    private Facts(List<Judgement> judgements) {
        this.judgements = judgements;
    }

    static Facts of(JudgedFixture... workloads) {
        return new Facts(Arrays.stream(workloads).map(JudgedFixture::build).toList());
    }

    Facts waiver(Waiver waiver) {
        waivers.add(waiver);
        return this;
    }

    Facts apart(ForeignSpend spend) {
        apart.add(spend);
        return this;
    }

    Facts disagreement(PriceDisagreement disagreement) {
        disagreements.add(disagreement);
        return this;
    }

    Facts tierSaving(String workload, String amount) {
        tierSavings.add(new TierSaving(workload, new BigDecimal(amount), new BigDecimal(amount)));
        return this;
    }

    Facts price(PriceRow row) {
        prices.add(row);
        return this;
    }

    Facts input(long records, long problems) {
        inputs.add(new InputFigures(
                "log.jsonl",
                InputFigures.Kind.REQUESTS,
                "litellm-jsonl",
                new InputFigures.Stored(1, "0".repeat(64)),
                new InputFigures.Lines(records + problems, 0),
                new InputFigures.Units(records + problems, records, 0, 0, problems),
                List.of(),
                Optional.empty()));
        return this;
    }

    Facts observed(Set<LocalDate> days) {
        observed = days;
        return this;
    }

    Facts reconciled(Reconciled bill) {
        reconciled = Optional.of(bill);
        return this;
    }

    Facts background(Background noticed) {
        background = noticed;
        return this;
    }

    AuditReport assemble() {
        List<WorkloadProfile> profiles = judgements.stream()
                .map(judgement -> judgement.workload().profile())
                .toList();
        return ReportAssembly.assemble(new AuditFacts(
                new Setting(
                        new Basis.Tool("batchable", "test"),
                        Optional.empty(),
                        policy(),
                        LocalDate.parse("2026-11-01"),
                        new CatalogInfo("2026.11", Optional.empty(), "0".repeat(64)),
                        prices,
                        List.of(new Rule("streaming.share", 0.5, "share", "assumed"))),
                new Sources(inputs, List.of(), List.of()),
                3,
                new Profile(profiles, OCTOBER, observed, BatchHistory.NONE),
                new RatedProfile(
                        "USD",
                        judgements.stream().map(Judgement::workload).toList(),
                        apart,
                        List.of(),
                        disagreements,
                        tierSavings),
                new Judgements(judgements, Incidents.of(profiles)),
                reconciled,
                background,
                List.of()));
    }

    private Policy policy() {
        return new Policy(
                Optional.empty(),
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(new ExchangeRate("EUR", "USD", new BigDecimal("1.10"), LocalDate.parse("2026-10-31"), "ECB")),
                List.of(),
                waivers,
                GateLimits.NONE,
                List.of());
    }
}
