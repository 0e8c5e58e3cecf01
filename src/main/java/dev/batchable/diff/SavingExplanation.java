package dev.batchable.diff;

import dev.batchable.diff.SavingChange.Saving;
import dev.batchable.record.Tier;
import dev.batchable.report.Estimate;
import java.math.BigDecimal;
import java.util.function.Function;

/// Why the monthly saving that one workload leaves on the table changed.
///
/// A recommended saving is a share of the monthly realtime spend: saving = realtime spend × rate. The change of
/// realtime spend is explained as all spend is ([Explanation]); each effect times the old rate is its effect on
/// the saving, and the tiers' effect is work that was moved, or came back. What remains is a change of the rate
/// (`terms`), or of the recommendation (`verdict`). A workload that was not recommended before has no old rate
/// and is explained at the new one.
final class SavingExplanation {
    private final Side old;
    private final Side now;
    private final Effects realtime;

    SavingExplanation(Side old, Side now) {
        this.old = old;
        this.now = now;
        this.realtime = new Explanation(old.monthlyWork(), now.monthlyWork(), Tier::isRealtime).effects();
    }

    Saving saving() {
        return new Saving(change(Estimate::low), change(Estimate::expected));
    }

    private SavingChange change(Function<Estimate, BigDecimal> end) {
        if (!old.isPresent() || !now.isPresent()) {
            return SavingChange.ofVolume(end.apply(old.saving()), end.apply(now.saving()));
        }
        BigDecimal before = end.apply(old.saving());
        BigDecimal after = end.apply(now.saving());
        BigDecimal rate = old.isRecommended()
                ? Side.ratio(before, old.monthlyRealtime())
                : Side.ratio(after, now.monthlyRealtime());
        Effects saved = at(rate);
        BigDecimal rest = after.subtract(before).subtract(saved.total());
        boolean both = old.isRecommended() && now.isRecommended();
        return new SavingChange(
                before,
                after,
                saved.mix().tiers(),
                saved.volume(),
                saved.behaviour().total(),
                saved.mix().models(),
                saved.price(),
                both ? BigDecimal.ZERO : rest,
                both ? rest : BigDecimal.ZERO);
    }

    private Effects at(BigDecimal rate) {
        Function<BigDecimal, BigDecimal> times = amount -> Footing.rounded(amount.multiply(rate, Footing.EXACT));
        return new Effects(
                times.apply(realtime.volume()),
                new Effects.Behaviour(
                        times.apply(realtime.behaviour().total()), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                new Effects.Mix(
                        times.apply(realtime.mix().models()),
                        times.apply(realtime.mix().tiers())),
                times.apply(realtime.price()));
    }
}
