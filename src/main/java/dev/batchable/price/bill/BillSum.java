package dev.batchable.price.bill;

import java.math.BigDecimal;
import java.util.Optional;

/// Sum over lines of one cell of a bill, exact.
///
/// @param tokens 0 where the cell is not quantified
/// @param list public price of the same; empty where any line lacks it
/// @param inCents whether every amount is rounded to hundredths, so that each may be off by half of one
public record BillSum(long lines, BigDecimal billed, BigDecimal tokens, Optional<BigDecimal> list, boolean inCents) {
    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");
    private static final BigDecimal TEN_THOUSANDTH = new BigDecimal("0.0001");

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
                inCents && rate.compareTo(BigDecimal.ONE) == 0);
    }

    public BillSum plus(BillSum other) {
        return new BillSum(
                Math.addExact(lines, other.lines),
                billed.add(other.billed),
                tokens.add(other.tokens),
                list.flatMap(one -> other.list.map(one::add)),
                inCents && other.inCents);
    }
}
