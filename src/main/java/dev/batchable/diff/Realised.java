package dev.batchable.diff;

import dev.batchable.diff.MovedWorkload.Difference;
import dev.batchable.record.Tier;
import dev.batchable.report.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What a move saved.
///
/// The saving is the tiers' effect of [Explanation] on a month's spend, with the sign turned: the new tokens at
/// what they would have cost on the old tiers, less what they cost. Where the move lost cache hits, the same
/// prompts would have been cheaper before; that loss is taken off, since the projection does so too.
final class Realised {
    private static final int DIGITS = 6;

    private final Subject subject;
    private final Explanation work;
    private final Effects spend;

    /// @param oldMonth brings the older window to a month
    /// @param newMonth brings the newer one to a month
    Realised(Subject subject, BigDecimal oldMonth, BigDecimal newMonth) {
        this.subject = subject;
        this.work = new Explanation(subject.old().work(oldMonth), subject.now().work(newMonth), tier -> true);
        this.spend = work.effects();
    }

    MovedWorkload moved() {
        BigDecimal cacheLoss = spend.behaviour().caching().max(BigDecimal.ZERO);
        BigDecimal realised = spend.mix().tiers().add(cacheLoss).negate();
        Estimate projected = subject.old().saving();
        BigDecimal planned = subject.old().plannedShare();
        Optional<BigDecimal> share = movedShare();
        return new MovedWorkload(
                subject.name(),
                projected,
                realised,
                cacheLoss,
                planned,
                share,
                difference(
                        projected.expected(),
                        realised,
                        share.filter(any -> planned.signum() > 0).map(part -> Side.ratio(part, planned))));
    }

    /// @param kept moved share ÷ planned share
    private Difference difference(BigDecimal expected, BigDecimal realised, Optional<BigDecimal> kept) {
        BigDecimal grown = Footing.rounded(expected.multiply(work.growth().orElse(BigDecimal.ONE), Footing.EXACT));
        BigDecimal moved = Footing.rounded(grown.multiply(kept.orElse(BigDecimal.ONE), Footing.EXACT));
        return new Difference(grown.subtract(expected), moved.subtract(grown), realised.subtract(moved));
    }

    /// Of what the new work would have cost on realtime, the part that no longer does.
    private Optional<BigDecimal> movedShare() {
        Work before = subject.old().work(BigDecimal.ONE);
        Work after = subject.now().work(BigDecimal.ONE);
        Effects realtime = new Explanation(before, after, Tier::isRealtime).effects();
        BigDecimal unmoved = subject.now()
                .tiers()
                .realtime()
                .subtract(realtime.price())
                .subtract(realtime.mix().tiers());
        return unmoved.signum() <= 0
                ? Optional.empty()
                : Optional.of(realtime.mix()
                        .tiers()
                        .negate()
                        .divide(unmoved, DIGITS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros());
    }
}
