package dev.batchable.price.bill;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Sum over lines of one cell of a bill, exact.
///
/// @param tokens 0 where the cell is not quantified
/// @param list public price of the same; empty where any line lacks it
/// @param inCents whether every amount is rounded to hundredths, so that each may be off by half of one
/// @param discounts names of what is in `billed`; of more than eight those that come first
public record BillSum(
        long lines,
        BigDecimal billed,
        BigDecimal tokens,
        Optional<BigDecimal> list,
        boolean inCents,
        SortedSet<String> discounts) {
    /// Real bills name one or two.
    private static final int MAX_DISCOUNTS = 8;

    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");
    private static final BigDecimal TEN_THOUSANDTH = new BigDecimal("0.0001");

    public BillSum {
        discounts = Collections.unmodifiableSortedSet(
                discounts.stream().sorted().limit(MAX_DISCOUNTS).collect(Collectors.toCollection(TreeSet::new)));
    }

    /// A sum whose discounts the bill does not name.
    public BillSum(long lines, BigDecimal billed, BigDecimal tokens, Optional<BigDecimal> list, boolean inCents) {
        this(lines, billed, tokens, list, inCents, new TreeSet<>());
    }

    /// What rounding can account for: half a cent a line of a bill in cents, else 0.01 %, since bills state amounts
    /// that are not exactly quantity × price.
    public BigDecimal tolerance() {
        return inCents
                ? HALF_CENT.multiply(BigDecimal.valueOf(lines))
                : billed.abs().multiply(TEN_THOUSANDTH);
    }

    /// The amounts converted; what is exact to the cent in one currency is not in another.
    BillSum times(BigDecimal rate) {
        return new BillSum(
                lines,
                billed.multiply(rate),
                tokens,
                list.map(rate::multiply),
                inCents && rate.compareTo(BigDecimal.ONE) == 0,
                discounts);
    }

    public BillSum plus(BillSum other) {
        return new BillSum(
                Math.addExact(lines, other.lines),
                billed.add(other.billed),
                tokens.add(other.tokens),
                list.flatMap(one -> other.list.map(one::add)),
                inCents && other.inCents,
                discounts.equals(other.discounts) ? discounts : union(other.discounts));
    }

    /// The sum after a discount that stands on lines of its own, which have no tokens and no list price.
    BillSum less(BillSum discount) {
        return new BillSum(
                Math.addExact(lines, discount.lines),
                billed.add(discount.billed),
                tokens,
                list,
                inCents && discount.inCents,
                union(discount.discounts));
    }

    private SortedSet<String> union(SortedSet<String> more) {
        SortedSet<String> union = new TreeSet<>(discounts);
        union.addAll(more);
        return union;
    }
}
