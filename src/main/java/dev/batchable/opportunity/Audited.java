package dev.batchable.opportunity;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.PaidKey;
import dev.batchable.price.Range;
import dev.batchable.profile.WorkloadProfile;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// A workload with its verdict and what each of its rating keys cost.
record Audited(Judgement judgement, List<PaidKey> keys) {
    private static final int SHARE_DIGITS = 6;

    Audited {
        keys = List.copyOf(keys);
    }

    String name() {
        return profile().key().name();
    }

    WorkloadProfile profile() {
        return judgement.workload().profile();
    }

    /// Keys of realtime calls that did not fail.
    List<PaidKey> answeredRealtime() {
        return keys.stream()
                .filter(key -> key.key().tier().isRealtime())
                .filter(key -> !key.key().outcome().isFailure())
                .toList();
    }

    /// Money of the window with its month by the workload's own factor; a one-off has none.
    Money money(Bounds window) {
        Range factor = judgement.workload().monthlyFactor();
        return new Money(
                window,
                new Bounds(
                        window.low().multiply(factor.low()),
                        window.expected().map(factor.expected()::multiply),
                        window.high().multiply(factor.high())));
    }

    static BigDecimal paid(List<PaidKey> keys) {
        return keys.stream().map(PaidKey::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Part ÷ whole; empty where there is no whole.
    static Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(whole, SHARE_DIGITS, RoundingMode.DOWN));
    }
}
