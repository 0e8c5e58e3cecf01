package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Spell;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Usage;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Which models took over while calls failed.
///
/// Calls are known by model and day, failures by the minute. A model stood in for another where its share of the
/// calls on days with a spell of failures is at least twice its share on other days. That is a coarse view: what
/// stepped in for a few minutes of a busy day is not seen, and a model that was put into service on such a day
/// is taken for one that stepped in.
final class Substitutes {
    private final Subject subject;
    /// Days with a spell of failing calls.
    private final Set<LocalDate> days;
    private final RatingKey.ModelRef main;

    private Substitutes(Subject subject, Set<LocalDate> days) {
        this.subject = subject;
        this.days = days;
        this.main = Target.mainModel(subject);
    }

    static Substitutes of(Subject subject) {
        Set<LocalDate> days = new TreeSet<>();
        List<Spell> spells =
                subject.showsMinutes() ? Spell.of(subject.profile().activity().series()) : List.of();
        for (Spell spell : spells) {
            days.add(LocalDate.ofInstant(
                    Instant.ofEpochSecond(spell.start() * 60),
                    subject.settings().zone()));
        }
        return new Substitutes(subject, days);
    }

    /// Days on which calls failed more than usual, in words.
    String failures() {
        return days.isEmpty()
                ? "no spell of failing calls in which it could be seen"
                : "seen on none of " + Wording.plural(days.size(), "day") + " with spells of failing calls";
    }

    /// Another provider, or another model of the same that is not known to be cheaper.
    Optional<String> fallback() {
        return stoodIn(model -> !cheaper(model));
    }

    /// A cheaper model of the same provider.
    Optional<String> degradedMode() {
        return stoodIn(this::cheaper).map(found -> found + ", at a lower price than " + name(main));
    }

    private Optional<String> stoodIn(Predicate<RatingKey.ModelRef> wanted) {
        return subject.profile().usage().rows().keySet().stream()
                .map(RatingKey::model)
                .distinct()
                .filter(model -> !model.equals(main) && wanted.test(model) && roseOnThoseDays(model))
                .max(Comparator.comparingDouble((RatingKey.ModelRef model) -> share(model, days::contains))
                        .thenComparing(Substitutes::name, Comparator.reverseOrder()))
                .map(model ->
                        name(model) + " took " + Wording.percent(share(model, days::contains)) + " of the calls on "
                                + Wording.plural(days.size(), "day") + " with spells of failing calls, "
                                + Wording.percent(share(model, day -> !days.contains(day))) + " on other days");
    }

    private boolean roseOnThoseDays(RatingKey.ModelRef model) {
        double during = share(model, days::contains);
        boolean compared = calls(any -> true, day -> !days.contains(day)) > 0;
        return compared
                && Rules.CONTROL_SHARE.reachedBy(during)
                && Rules.STOOD_IN.reachedBy(during / Math.max(1e-9, share(model, day -> !days.contains(day))));
    }

    private double share(RatingKey.ModelRef model, Predicate<LocalDate> when) {
        return (double) calls(model::equals, when) / Math.max(1, calls(any -> true, when));
    }

    private long calls(Predicate<RatingKey.ModelRef> wanted, Predicate<LocalDate> when) {
        return subject.profile().usage().rows().entrySet().stream()
                .filter(row -> wanted.test(row.getKey().model()))
                .flatMap(row -> row.getValue().entrySet().stream())
                .filter(day -> when.test(day.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(Usage::requests)
                .sum();
    }

    private boolean cheaper(RatingKey.ModelRef model) {
        if (!model.provider().equals(main.provider())) {
            return false;
        }
        Optional<BigDecimal> usual = outputPrice(main);
        return outputPrice(model)
                .filter(price -> usual.filter(dear -> price.compareTo(dear) < 0).isPresent())
                .isPresent();
    }

    private Optional<BigDecimal> outputPrice(RatingKey.ModelRef model) {
        return subject.workload().lines().stream()
                .filter(line ->
                        line.tokenKind().filter(TokenKind.OUTPUT::equals).isPresent())
                .filter(line -> line.place().provider().equals(model.provider().orElse(""))
                        && line.place().model().equals(model.model().orElse("")))
                .flatMap(line -> line.unitPrice().stream())
                .max(Comparator.naturalOrder());
    }

    private static String name(RatingKey.ModelRef model) {
        return model.provider().orElse("?") + "/" + model.model().orElse("?");
    }
}
