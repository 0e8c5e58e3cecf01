package dev.batchable.diff;

import dev.batchable.report.Decimals;
import java.math.BigDecimal;

/// Why a monthly saving left on the table changed; the parts sum to the change, to the last digit.
///
/// @param moved work that is deferred now, so that its saving is no longer to be had
/// @param volume more or fewer calls, new and gone workloads included
/// @param behaviour more or fewer tokens a call
/// @param mix other models or context bands
/// @param price other realtime prices
/// @param verdict workloads that are recommended to move since, or no longer are
/// @param terms what a realtime dollar saves by moving: target prices, cache hits, the share that can move
public record SavingChange(
        BigDecimal old,
        BigDecimal now,
        BigDecimal moved,
        BigDecimal volume,
        BigDecimal behaviour,
        BigDecimal mix,
        BigDecimal price,
        BigDecimal verdict,
        BigDecimal terms) {
    static final SavingChange NONE = ofVolume(BigDecimal.ZERO, BigDecimal.ZERO);

    public SavingChange {
        old = Decimals.canonical(old);
        now = Decimals.canonical(now);
        moved = Decimals.canonical(moved);
        volume = Decimals.canonical(volume);
        behaviour = Decimals.canonical(behaviour);
        mix = Decimals.canonical(mix);
        price = Decimals.canonical(price);
        verdict = Decimals.canonical(verdict);
        terms = Decimals.canonical(terms);
    }

    /// Both ends of a saving.
    public record Saving(SavingChange low, SavingChange expected) {
        static final Saving NONE = new Saving(SavingChange.NONE, SavingChange.NONE);

        Saving plus(Saving other) {
            return new Saving(low.plus(other.low), expected.plus(other.expected));
        }
    }

    static SavingChange ofVolume(BigDecimal old, BigDecimal now) {
        BigDecimal zero = BigDecimal.ZERO;
        return new SavingChange(old, now, zero, now.subtract(old), zero, zero, zero, zero, zero);
    }

    public BigDecimal change() {
        return Decimals.canonical(now.subtract(old));
    }

    SavingChange plus(SavingChange other) {
        return new SavingChange(
                old.add(other.old),
                now.add(other.now),
                moved.add(other.moved),
                volume.add(other.volume),
                behaviour.add(other.behaviour),
                mix.add(other.mix),
                price.add(other.price),
                verdict.add(other.verdict),
                terms.add(other.terms));
    }
}
