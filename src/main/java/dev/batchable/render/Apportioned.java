package dev.batchable.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A column of money that still adds up after rounding.
///
/// Rounded one by one, parts need not sum to their rounded total, and a reader who adds them up stops trusting
/// the rest. By the method of largest remainders every part is rounded down, and the units missing from the
/// total go to the parts that lost most; each shown figure stays within one unit of the true one, and exact
/// ones stay as they are.
///
/// @param parts as shown, in the order given
/// @param total as shown
record Apportioned(List<String> parts, String total) {
    static Apportioned of(List<BigDecimal> amounts) {
        return of(amounts, Figures.decimals(amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    }

    static Apportioned of(List<BigDecimal> amounts, int decimals) {
        BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return of(amounts, decimals, total.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /// Parts of a total that is shown elsewhere already, rounded up or down there.
    static Apportioned of(List<BigDecimal> amounts, int decimals, BigDecimal shown) {
        List<BigDecimal> rounded = rounded(amounts, decimals, shown);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            BigDecimal part = rounded.get(i);
            parts.add(part.signum() == 0 ? Figures.tiny(amounts.get(i), decimals) : Figures.fixed(part, decimals));
        }
        return new Apportioned(List.copyOf(parts), Figures.fixed(shown, decimals));
    }

    static List<BigDecimal> rounded(List<BigDecimal> amounts, int decimals, BigDecimal shown) {
        List<BigDecimal> floors = amounts.stream()
                .map(amount -> amount.setScale(decimals, RoundingMode.FLOOR))
                .toList();
        long missing = shown.subtract(floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .movePointRight(decimals)
                .longValueExact();
        List<Integer> receivers = IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> floors.get(i).subtract(amounts.get(i))))
                .limit(Math.max(missing, 0))
                .toList();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> receivers.contains(i) ? floors.get(i).add(unit) : floors.get(i))
                .toList();
    }
}
