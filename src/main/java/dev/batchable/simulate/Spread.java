package dev.batchable.simulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A figure over all runs.
///
/// @param middle of the run in the middle, which is the same one for all figures of a workload or queue, so that
///     they fit together
public record Spread(BigDecimal low, BigDecimal middle, BigDecimal high) {
    /// @param runs in such an order that the middle one stands for all
    static <R> Spread over(List<R> runs, Function<R, BigDecimal> figure) {
        List<BigDecimal> figures = runs.stream().map(figure).toList();
        return new Spread(
                figures.stream().reduce(BigDecimal::min).orElseThrow(),
                figures.get(figures.size() / 2),
                figures.stream().reduce(BigDecimal::max).orElseThrow());
    }

    static <R> Spread count(List<R> runs, ToLongFunction<R> figure) {
        return over(runs, run -> BigDecimal.valueOf(figure.applyAsLong(run)));
    }
}
