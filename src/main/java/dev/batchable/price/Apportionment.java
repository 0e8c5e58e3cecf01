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
public final class Apportionment {
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

    /// Rounds parts so that they sum to their rounded sum: each down, and what is missing then goes in units to those
    /// that lost most, ties to the earlier. Parts may be negative.
    public static List<BigDecimal> rounded(List<BigDecimal> parts, int scale) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> floors = new ArrayList<>(parts.stream()
                .map(part -> part.setScale(scale, RoundingMode.FLOOR))
                .toList());
        BigDecimal left = sum.setScale(scale, RoundingMode.HALF_EVEN)
                .subtract(floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<BigDecimal> lost = IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i).subtract(floors.get(i)))
                .toList();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        byLoss(lost).stream()
                .limit(left.movePointRight(scale).longValueExact())
                .forEach(i -> floors.set(i, floors.get(i).add(unit)));
        return floors;
    }

    private static List<Integer> byLoss(List<BigDecimal> lost) {
        Comparator<Integer> largest =
                Comparator.comparing((Integer i) -> lost.get(i)).reversed();
        return IntStream.range(0, lost.size()).boxed().sorted(largest).toList();
    }
}
