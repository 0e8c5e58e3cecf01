package dev.batchable.render;

import dev.batchable.diff.Comparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Money of a comparison as people read it: all of it as fine, so that one figure looks the same everywhere,
/// and changes with their sign.
final class Signed {
    private static final BigDecimal UNITS_FROM = BigDecimal.valueOf(100_000);

    private final int decimals;

    private Signed(int decimals) {
        this.decimals = decimals;
    }

    /// Cents; whole units where spend is so large that nobody reads them.
    static Signed in(Comparison comparison) {
        BigDecimal largest = comparison.spend().old().max(comparison.spend().now());
        return new Signed(largest.compareTo(UNITS_FROM) < 0 ? 2 : 0);
    }

    String amount(BigDecimal amount) {
        return Figures.fixed(amount, decimals);
    }

    String range(BigDecimal low, BigDecimal expected) {
        return Figures.between(amount(low), amount(expected));
    }

    String change(BigDecimal amount) {
        return signed(amount(amount), amount);
    }

    BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /// Rounded so that they add up to their rounded total.
    List<BigDecimal> rounded(List<BigDecimal> parts) {
        return Apportioned.rounded(parts, decimals, rounded(sum(parts)));
    }

    /// Parts that still add up after rounding, their total last.
    List<String> amounts(List<BigDecimal> parts) {
        return amounts(parts, rounded(sum(parts)));
    }

    private List<String> amounts(List<BigDecimal> parts, BigDecimal total) {
        Apportioned shown = Apportioned.of(parts, decimals, total);
        List<String> column = new ArrayList<>(shown.parts());
        column.add(shown.total());
        return column;
    }

    /// The same of changes.
    List<String> changes(List<BigDecimal> parts) {
        return changes(parts, rounded(sum(parts)));
    }

    /// The same, to a total that is shown elsewhere already.
    List<String> changes(List<BigDecimal> parts, BigDecimal shown) {
        List<String> column = amounts(parts, shown);
        BigDecimal total = sum(parts);
        for (int i = 0; i < column.size(); i++) {
            column.set(i, signed(column.get(i), i < parts.size() ? parts.get(i) : total));
        }
        return column;
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String signed(String shown, BigDecimal amount) {
        boolean bare = Character.isDigit(shown.charAt(0)) && !shown.equals("0");
        return amount.signum() > 0 && bare ? "+" + shown : shown;
    }
}
