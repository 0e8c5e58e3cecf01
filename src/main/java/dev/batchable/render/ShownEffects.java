package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.Effects;
import java.math.BigDecimal;
import java.util.List;

/// The four effects on spend, rounded once so that they add up, and shown alike wherever they or their parts
/// stand.
record ShownEffects(BigDecimal volume, BigDecimal behaviour, BigDecimal mix, BigDecimal price) {
    static ShownEffects of(Comparison comparison) {
        Effects effects = comparison.spend().effects();
        List<BigDecimal> shown = Signed.in(comparison)
                .rounded(List.of(
                        effects.volume(),
                        effects.behaviour().total(),
                        effects.mix().total(),
                        effects.price()));
        return new ShownEffects(shown.get(0), shown.get(1), shown.get(2), shown.get(3));
    }
}
