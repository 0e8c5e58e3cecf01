package dev.batchable.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits an amount in proportion to weights so that the parts sum to it exactly: the method of the largest
/// remainder (Hamilton). Every part is first rounded down; the units left over go one each to the parts that
/// lost most, ties to the earlier.
final class Apportionment {
    /// Parts have at least twelve decimals, so that a part differs from its exact share by less than any price.
    private static final int MIN_SCALE = 12;

    private Apportionment() {}

    /// Splits an amount.
    ///
    /// @param weights not negative, with a positive sum
    static List<BigDecimal> split(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int scale = Math.max(MIN_SCALE, total.scale());
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        BigDecimal left = total;
        for (BigDecimal weight : weights) {
            BigDecimal part = total.multiply(weight).divide(sum, scale, RoundingMode.DOWN);
            parts.add(part);
            lost.add(total.multiply(weight).subtract(part.multiply(sum)).abs());
            left = left.subtract(part);
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale).multiply(BigDecimal.valueOf(left.signum()));
        int units = left.movePointRight(scale).abs().intValueExact();
        byLoss(lost).stream()
                .limit(units)
                .forEach(i -> parts.set(i, parts.get(i).add(unit)));
        return parts;
    }

    private static List<Integer> byLoss(List<BigDecimal> lost) {
        Comparator<Integer> largest =
                Comparator.comparing((Integer i) -> lost.get(i)).reversed();
        return IntStream.range(0, lost.size()).boxed().sorted(largest).toList();
    }
}
