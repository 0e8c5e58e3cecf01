package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Spell;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.ModelActivity;
import dev.batchable.profile.RatingKey;
import dev.batchable.profile.Series;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which models took over while calls failed.
///
/// A model stood in for another where its share of the calls in spells of failures is at least twice its share at
/// other times. One that was put into service in such a spell is taken for one that stepped in.
final class Substitutes {
    private final Subject subject;
    private final List<Spell> spells;
    private final RatingKey.ModelRef main;

    private Substitutes(Subject subject, List<Spell> spells) {
        this.subject = subject;
        this.spells = spells;
        this.main = Target.mainModel(subject);
    }

    static Substitutes of(Subject subject) {
        return new Substitutes(
                subject,
                subject.showsMinutes()
                        ? Spell.failing(subject.profile().activity().series())
                        : List.of());
    }

    /// Why none was seen, in words.
    String failures() {
        return spells.isEmpty()
                ? "no spell of failing calls in which it could be seen"
                : "seen in none of " + Wording.plural(spells.size(), "spell") + " of failing calls";
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
        return subject.profile().activity().byModel().keySet().stream()
                .filter(model -> !model.equals(main) && wanted.test(model) && roseInSpells(model))
                .max(Comparator.comparingDouble((RatingKey.ModelRef model) -> share(model, this::isInSpell))
                        .thenComparing(Substitutes::name, Comparator.reverseOrder()))
                .map(model -> name(model) + " took " + Wording.percent(share(model, this::isInSpell))
                        + " of the calls in " + Wording.plural(spells.size(), "spell") + " of failing calls, "
                        + Wording.percent(share(model, this::isOutside)) + " at other times");
    }

    private boolean roseInSpells(RatingKey.ModelRef model) {
        double during = share(model, this::isInSpell);
        return Rules.CONTROL_SHARE.reachedBy(during)
                && during >= Rules.STOOD_IN.value() * share(model, this::isOutside);
    }

    private boolean isInSpell(long minute) {
        return spells.stream().anyMatch(spell -> minute >= spell.start() && minute < spell.end());
    }

    private boolean isOutside(long minute) {
        return !isInSpell(minute);
    }

    private double share(RatingKey.ModelRef model, LongPredicate when) {
        Map<RatingKey.ModelRef, ModelActivity> all =
                subject.profile().activity().byModel();
        long calls = all.values().stream()
                .mapToLong(activity -> calls(activity, when))
                .sum();
        return Optional.ofNullable(all.get(model))
                .map(activity -> (double) calls(activity, when) / Math.max(1, calls))
                .orElse(0.0);
    }

    private static long calls(ModelActivity activity, LongPredicate when) {
        Series series = activity.series();
        return IntStream.range(0, series.size())
                .filter(i -> when.test(series.minute(i)))
                .mapToLong(series::requests)
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
