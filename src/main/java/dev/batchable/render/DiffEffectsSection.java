package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.Effects;
import dev.batchable.diff.Volume;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Why spend changed: four effects that add up, and what they are made of.
final class DiffEffectsSection {
    private final Comparison comparison;
    private final Signed money;
    private final ShownEffects shown;

    DiffEffectsSection(Comparison comparison) {
        this.comparison = comparison;
        this.money = Signed.in(comparison);
        this.shown = ShownEffects.of(comparison);
    }

    private record Part(String name, BigDecimal amount) {}

    void write(Page page) {
        page.heading("Why spend changed, in " + comparison.currency() + " a "
                + comparison.footing().unit());
        Effects effects = comparison.spend().effects();
        List<String> main = money.changes(List.of(
                effects.volume(), effects.behaviour().total(), effects.mix().total(), effects.price()));
        Table table =
                new Table(Table.Column.text("EFFECT"), Table.Column.figures("CHANGE"), Table.Column.text("OF WHICH"));
        table.row("volume", main.get(0), parts(volume(), shown.volume()));
        table.row("behaviour", main.get(1), parts(behaviour(), shown.behaviour()));
        table.row("mix", main.get(2), parts(mix(), shown.mix()));
        table.row("price", main.get(3), "");
        table.row("TOTAL", main.get(4), "");
        table.lines(page.width()).forEach(page::line);
    }

    private List<Part> volume() {
        Volume volume = comparison.spend().volume();
        return List.of(
                new Part("growth", volume.growth()),
                new Part("between workloads", volume.shift()),
                new Part("new", volume.appeared()),
                new Part("gone", volume.gone()));
    }

    private List<Part> behaviour() {
        Effects.Behaviour behaviour = comparison.spend().effects().behaviour();
        return List.of(
                new Part("prompts", behaviour.prompts()),
                new Part("cache", behaviour.caching()),
                new Part("answers", behaviour.answers()),
                new Part("not told apart", behaviour.untold()));
    }

    private List<Part> mix() {
        Effects.Mix mix = comparison.spend().effects().mix();
        return List.of(new Part("models", mix.models()), new Part("tiers", mix.tiers()));
    }

    private String parts(List<Part> parts, BigDecimal total) {
        List<String> told = new ArrayList<>();
        List<String> figures = money.changes(parts.stream().map(Part::amount).toList(), total);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).amount.signum() != 0) {
                told.add(parts.get(i).name + " " + figures.get(i));
            }
        }
        return String.join(", ", told);
    }
}
