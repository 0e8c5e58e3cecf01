package dev.batchable.opportunity;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.price.PaidKey;
import dev.batchable.price.PaidKey.Part;
import dev.batchable.price.catalog.ModelLadders;
import dev.batchable.price.catalog.ModelLadders.Step;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.Quote;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Operation;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Money;
import dev.batchable.report.Opportunity.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A provider's dearest models at work in nearly everything, and what the same tokens would cost on the next model
/// down. Quality is not judged: nothing here says that the smaller model is good enough.
///
/// Which models are the dearest, and which comes below, is data ([ModelLadders]). Prices below are those in force
/// on the as-of day, on the same tier, times what is really paid of catalog prices now.
final class TopModel {
    private static final Set<Operation> WRITING = EnumSet.of(Operation.CHAT, Operation.COMPLETION, Operation.UNKNOWN);

    private final PriceBook book;
    private final ModelLadders ladders;
    private final LocalDate asOf;

    TopModel(PriceBook book, LocalDate asOf) {
        this.book = book;
        this.ladders = ModelLadders.embedded(book);
        this.asOf = asOf;
    }

    /// A provider's family of models, such as Claude at Bedrock.
    private record Family(String provider, String name) {}

    /// What a workload spends at the family's provider, and the part on the family's dearest models.
    private record Use(Audited workload, BigDecimal spent, List<PaidKey> top) {
        BigDecimal onTop() {
            return Audited.paid(top);
        }

        boolean isMostlyTop() {
            BigDecimal least = BigDecimal.valueOf(OpportunityRules.MOSTLY.value());
            return spent.signum() > 0 && onTop().compareTo(spent.multiply(least)) >= 0;
        }
    }

    List<Opportunity> of(List<Audited> workloads) {
        Set<Family> families = workloads.stream()
                .flatMap(workload -> written(workload).stream())
                .flatMap(key -> family(key).stream())
                .collect(Collectors.toCollection(() ->
                        new TreeSet<>(Comparator.comparing(Family::provider).thenComparing(Family::name))));
        return families.stream()
                .flatMap(family -> opportunity(family, workloads).stream())
                .toList();
    }

    private static List<PaidKey> written(Audited workload) {
        return workload.answeredRealtime().stream()
                .filter(key -> WRITING.contains(key.key().operation()))
                .toList();
    }

    private Optional<Family> family(PaidKey key) {
        return ladders.of(key.key().model()).map(step -> new Family(step.next().provider(), step.family()));
    }

    private Optional<Opportunity> opportunity(Family family, List<Audited> workloads) {
        List<Use> uses =
                workloads.stream().map(workload -> use(family, workload)).toList();
        List<Use> mostly = uses.stream()
                .filter(Use::isMostlyTop)
                .sorted(Opportunities.byMoney(Use::onTop, use -> use.workload().name()))
                .toList();
        BigDecimal spent = uses.stream().map(Use::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal top = mostly.stream().map(Use::onTop).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean nearlyAll = top.compareTo(spent.multiply(BigDecimal.valueOf(OpportunityRules.SPEND.value()))) >= 0;
        return nearlyAll && OpportunityRules.WORKLOADS.reachedBy(mostly.size())
                ? instead(family, mostly, spent)
                : Optional.empty();
    }

    private Use use(Family family, Audited workload) {
        List<PaidKey> there = written(workload).stream()
                .filter(key -> book.resolve(key.key().model())
                        .filter(found -> found.provider().equals(family.provider()))
                        .isPresent())
                .toList();
        List<PaidKey> top = there.stream()
                .filter(key -> family(key).filter(family::equals).isPresent())
                .toList();
        return new Use(workload, Audited.paid(there), top);
    }

    private Optional<Opportunity> instead(Family family, List<Use> uses, BigDecimal spent) {
        Lines all = new Lines();
        Money money = Money.NOTHING;
        Set<String> steps = new TreeSet<>();
        for (Use use : uses) {
            Lines lines = new Lines();
            for (PaidKey key : use.top()) {
                addLines(key, lines).ifPresent(steps::add);
            }
            money = money.plus(use.workload().money(Bounds.atMost(lines.difference())));
            all.addAll(lines);
        }
        return money.window().high().signum() <= 0
                ? Optional.empty()
                : Optional.of(opportunity(family, uses, new Comparison(money, all, steps, spent)));
    }

    /// What the calls cost and would cost, and from which model to which.
    private record Comparison(Money money, Lines lines, Set<String> steps, BigDecimal spent) {}

    private Opportunity opportunity(Family family, List<Use> uses, Comparison comparison) {
        BigDecimal top = uses.stream().map(Use::onTop).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> share = Audited.share(top, comparison.spent());
        return new Opportunity(
                Opportunity.Kind.TOP_MODEL,
                family.name() + " at " + family.provider(),
                uses.stream().map(use -> use.workload().name()).toList(),
                Wording.plural(uses.size(), "workload") + " run on the dearest model of its generation, "
                        + Wording.percent(share.orElse(BigDecimal.ZERO).doubleValue()) + " of what is spent at "
                        + family.provider() + ". One model down (" + String.join("; ", comparison.steps())
                        + ") the same tokens cost this much less. Quality is not judged: try an evaluation.",
                comparison.money(),
                share,
                comparison.lines().lines(),
                List.of(
                        "the same numbers of tokens on either model, whatever their tokenizers and the length of"
                                + " their answers",
                        "prices of the model below as of " + asOf + ", times what is paid of catalog prices now"),
                List.of());
    }

    /// Both sides of a key whose tokens have a price on the model below; nothing for others.
    private Optional<String> addLines(PaidKey key, Lines lines) {
        Optional<Step> step = ladders.of(key.key().model());
        Optional<BigDecimal> factor = key.factor();
        List<Part> parts = key.parts(key.usage());
        if (step.isEmpty() || factor.isEmpty()) {
            return Optional.empty();
        }
        List<PriceRow> below = new ArrayList<>();
        for (Part part : parts) {
            part.kind().flatMap(kind -> row(key.key(), step.get(), kind)).ifPresent(below::add);
        }
        if (parts.isEmpty() || below.size() < parts.size()) {
            return Optional.empty();
        }
        for (int i = 0; i < parts.size(); i++) {
            lines.now(key, parts.get(i));
            lines.at(Side.INSTEAD, below.get(i), parts.get(i).quantity(), factor.get());
        }
        return Optional.of(key.key().model().model().orElse("?") + " to "
                + step.get().next().model());
    }

    /// Cached tokens that have no price of their own there are plain input.
    private Optional<PriceRow> row(RatingKey key, Step step, TokenKind kind) {
        return quoted(key, step, kind)
                .or(() -> kind == TokenKind.OUTPUT ? Optional.empty() : quoted(key, step, TokenKind.INPUT));
    }

    private Optional<PriceRow> quoted(RatingKey key, Step step, TokenKind kind) {
        ModelRef below = new ModelRef(
                Optional.of(step.next().provider()),
                Optional.of(step.next().model()),
                key.model().region());
        return book.quote(below, key.tier(), kind, key.band(), asOf) instanceof Quote.Priced priced
                ? Optional.of(priced.row())
                : Optional.empty();
    }
}
