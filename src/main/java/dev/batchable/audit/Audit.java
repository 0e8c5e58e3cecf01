package dev.batchable.audit;

import dev.batchable.checklist.Checklist;
import dev.batchable.checklist.Judgements;
import dev.batchable.checklist.Rules;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.formats.KnownFormats;
import dev.batchable.input.Reading;
import dev.batchable.input.ReadingResult;
import dev.batchable.input.Sources;
import dev.batchable.join.Copies;
import dev.batchable.join.LogOverlap;
import dev.batchable.join.LoggedDays;
import dev.batchable.opportunity.Opportunities;
import dev.batchable.opportunity.OpportunityRules;
import dev.batchable.price.Exchange;
import dev.batchable.price.RatedProfile;
import dev.batchable.price.Rating;
import dev.batchable.price.RatingOptions;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.reconciliation.Reconciler;
import dev.batchable.price.reconciliation.Reconciliation;
import dev.batchable.profile.Profile;
import dev.batchable.profile.ProfileBuilder;
import dev.batchable.profile.ProfileSettings;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.ModelCall;
import dev.batchable.report.Basis;
import dev.batchable.report.assembly.AuditFacts;
import dev.batchable.report.assembly.ReconciliationAssembly;
import dev.batchable.report.assembly.ReportAssembly;
import dev.batchable.simulate.Judged;
import dev.batchable.simulate.SimulationRequest;
import dev.batchable.simulate.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The whole way from files to the report: read, drop copies, profile, price, put the questions, judge, report.
public final class Audit {
    private final AuditRequest request;
    /// Few models come again and again, asked for by every thread.
    private final Map<OnDay, LoggedDays.ModelName> names = new ConcurrentHashMap<>();

    /// A model as a source spells it.
    ///
    /// @param day since 1970-01-01
    private record OnDay(ModelRef model, long day) {}

    private Audit(AuditRequest request) {
        this.request = request;
    }

    /// @param standardInput read where a path is `-`
    /// @throws IOException where temporary files cannot be written; unreadable input stands in the report
    ///     instead
    public static AuditOutcome run(AuditRequest request, InputStream standardInput) throws IOException {
        Facts found = new Audit(request).run(standardInput);
        return new AuditOutcome(ReportAssembly.assemble(found.facts()), found.unusable(), found.empty());
    }

    /// As [#run], with a simulation of the moves in the place of the report.
    ///
    /// @throws IOException where temporary files cannot be written
    public static SimulationOutcome simulate(
            AuditRequest request, SimulationRequest simulation, InputStream standardInput) throws IOException {
        Audit audit = new Audit(request);
        Facts found = audit.run(standardInput);
        Judged judged = new Judged(
                found.facts().judged().ofWorkloads(),
                request.policy(),
                audit.questions(found.facts().rated(), found.facts().setting().asOf()),
                found.facts().profile().window());
        return new SimulationOutcome(Simulator.simulate(judged, simulation), found.unusable(), found.empty());
    }

    /// What was found out, and how far the input could be used; see [AuditOutcome].
    private record Facts(AuditFacts facts, List<String> unusable, boolean empty) {}

    private Facts run(InputStream standardInput) throws IOException {
        Sources sources = Sources.of(request.paths(), standardInput);
        try (Copies copies = new Copies()) {
            LogOverlap twice;
            try (Collector collector = collector(new Collector.Known(copies, LogOverlap.NONE))) {
                ReadingResult read = read(sources, collector);
                twice = collector.overlap();
                boolean settled = copies.outranked() == 0 && twice.isEmpty();
                if (settled || !sources.canBeReadAgain()) {
                    return judge(collector, read, new Collector.Unsettled(copies.outranked(), twice.found()));
                }
            }
            copies.settle();
            try (Collector collector = collector(new Collector.Known(copies, twice))) {
                return judge(collector, read(sources, collector), Collector.Unsettled.NOTHING);
            }
        }
    }

    private Collector collector(Collector.Known known) {
        return new Collector(settings(), Windows.wanted(request.scope()), known, this::name);
    }

    private LoggedDays.ModelName name(ModelCall call, long day) {
        ModelRef model = new ModelRef(call.provider(), call.model(), call.region());
        return names.computeIfAbsent(new OnDay(model, day), this::name);
    }

    private LoggedDays.ModelName name(OnDay spelled) {
        ModelKey key = ModelKey.of(request.prices(), spelled.model(), LocalDate.ofEpochDay(spelled.day()));
        return new LoggedDays.ModelName(
                Optional.of(key.provider()).filter(provider -> !provider.equals(ModelKey.UNKNOWN)), key.model());
    }

    private ProfileSettings settings() {
        return new ProfileSettings(
                request.scope().zone(), request.policy(), request.scope().groupBy(), request.prices());
    }

    private ReadingResult read(Sources sources, Collector collector) throws IOException {
        ReadingResult read = new Reading(KnownFormats.all(), request.reading()).read(sources.sources(), collector);
        collector.join();
        return read.with(sources.problems());
    }

    private Facts judge(Collector collector, ReadingResult read, Collector.Unsettled unsettled) throws IOException {
        Intake intake = collector.intake(read, unsettled);
        try (ProfileBuilder profile = collector.profile()) {
            return judge(intake, profile.build(Windows.of(request.scope(), read.inputs())));
        }
    }

    private Facts judge(Intake intake, Profile profile) {
        AuditRequest.Scope scope = request.scope();
        LocalDate asOf = scope.asOf().orElse(profile.window().to());
        RatingOptions options =
                new RatingOptions(scope.currency(), request.policy().exchange(), scope.cost(), asOf);
        RatedProfile rated = new Rating(request.prices(), options).rate(profile, intake.bill());
        Judgements judgements = Checklist.judge(rated.workloads(), request.policy(), questions(rated, asOf));
        AuditFacts facts = new AuditFacts(
                setting(asOf),
                intake.sources(),
                intake.cacheServed(),
                profile,
                rated,
                judgements,
                reconciliation(intake.bill(), profile, rated, asOf),
                Background.of(intake, profile, scope.cost()),
                Opportunities.find(judgements.ofWorkloads(), request.prices(), options, rated.currency()));
        List<String> unusable = Stream.concat(intake.unusable().stream(), unconverted(rated).stream())
                .toList();
        return new Facts(facts, unusable, intake.isEmpty());
    }

    /// Where a currency is asked for into which nothing can be converted, every figure would be nothing.
    private Optional<String> unconverted(RatedProfile rated) {
        boolean nothing = rated.workloads().stream()
                .allMatch(workload -> workload.spend().total().signum() == 0);
        return request.scope()
                .currency()
                .filter(wanted -> nothing && !rated.apart().isEmpty())
                .map(wanted -> "--currency " + wanted + ": the policy has no exchange rate from "
                        + rated.apart().get(0).money().currency() + " to " + wanted
                        + "; add one under exchange:, or leave the option out");
    }

    private ChecklistSettings questions(RatedProfile rated, LocalDate asOf) {
        return new ChecklistSettings(true, request.scope().zone(), asOf, rated.currency(), request.prices()::rule);
    }

    private AuditFacts.Setting setting(LocalDate asOf) {
        return new AuditFacts.Setting(
                new Basis.Tool("batchable", request.version()),
                request.policyFile().map(file -> new Basis.PolicyFile(file.path(), file.sha256())),
                request.policy(),
                asOf,
                request.prices().info(),
                request.prices().rowsWithRoutings(),
                Stream.concat(Rules.all().stream(), OpportunityRules.all().stream())
                        .toList());
    }

    private Optional<AuditFacts.Reconciled> reconciliation(
            BillTotals bill, Profile profile, RatedProfile rated, LocalDate asOf) {
        if (bill.isEmpty()) {
            return Optional.empty();
        }
        String currency = rated.currency();
        Exchange exchange = new Exchange(request.policy().exchange(), asOf);
        PriceBook names = request.prices()
                .during(profile.window().from(), profile.window().to());
        Function<String, Optional<BigDecimal>> factors = from -> exchange.factor(from, currency);
        Reconciliation reconciliation = new Reconciler(names, profile.window(), currency)
                .reconcile(bill.in(currency, factors), rated.workloads(), factors);
        return Optional.of(ReconciliationAssembly.reconciled(reconciliation));
    }
}
