package dev.batchable.price;

import dev.batchable.price.bill.BillSum;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What the bill charged for one kind of token, beside the list price in force on the same days.
///
/// @param sum of the lines that were paid as used; lines that a commitment, a credit or a free tier pays for are not
///     in it
/// @param listed empty where the price catalog has no row for it
public record BilledRate(Place place, BillSum sum, Optional<Listed> listed) implements Comparable<BilledRate> {
    private static final Comparator<BilledRate> ORDER = Comparator.comparing(BilledRate::place)
            .thenComparing(rate -> rate.listed().map(Listed::row).orElse(""));

    /// What has one price on a bill, which tells no context band and no region.
    public record Place(ModelKey model, Tier tier, TokenKind kind) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::model).thenComparing(Place::tier).thenComparing(Place::kind);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// A row of the price catalog.
    ///
    /// @param row its id
    /// @param perMillion in the currency of the bill's sums
    public record Listed(String row, BigDecimal perMillion) {
        BigDecimal amount(BigDecimal tokens) {
            return tokens.multiply(perMillion).movePointLeft(Amounts.MILLION_DIGITS);
        }
    }

    /// How paid and list price compare, and what says so.
    public enum Basis {
        LIST_PRICE,
        /// The bill's own list price is higher: a negotiated discount.
        DISCOUNT_ON_THE_BILL,
        /// Less than the catalog's list price.
        DISCOUNT_OFF_THE_CATALOG,
        /// Dearer than listed: a region, a longer context, a reseller.
        ABOVE_LIST_PRICE,
        /// Another price than standard's, on a bill that does not tell the tier.
        TIER_NOT_TOLD,
        NO_LIST_PRICE;

        /// As reports name it, such as `discount on the bill`.
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public BigDecimal tokens() {
        return sum.tokens();
    }

    public BigDecimal billed() {
        return sum.billed();
    }

    /// Paid per million tokens.
    public BigDecimal effective() {
        return perMillion(sum.billed());
    }

    /// What the same would have cost at list price: by the bill where every line says so, else by the catalog.
    Optional<BigDecimal> listAmount() {
        return billList().or(() -> listed.map(row -> row.amount(sum.tokens())));
    }

    /// List price per million tokens: the bill's own where it states another than the catalog, so that it
    /// goes with the discount.
    public Optional<BigDecimal> listRate() {
        Optional<BigDecimal> catalog = listed.map(Listed::perMillion);
        boolean same = listed.map(row -> row.amount(sum.tokens()))
                .flatMap(known -> billList().map(known::subtract))
                .filter(difference -> difference.abs().compareTo(sum.tolerance()) <= 0)
                .isPresent();
        return same ? catalog : billList().map(this::perMillion).or(() -> catalog);
    }

    private BigDecimal perMillion(BigDecimal amount) {
        return amount.movePointRight(Amounts.MILLION_DIGITS)
                .divide(sum.tokens(), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    private Optional<BigDecimal> billList() {
        return sum.list().filter(amount -> amount.signum() > 0);
    }

    /// 1 − paid ÷ list price; empty where no list price is known, or where the bill does not tell the tier and the
    /// price is not standard's; 0 where rounding makes the difference, negative above the list price.
    public Optional<BigDecimal> discount() {
        return listAmount()
                .filter(list -> place.tier() != Tier.UNKNOWN || isWithinRounding(list))
                .map(list -> isWithinRounding(list) ? BigDecimal.ZERO : shareOff(list));
    }

    private boolean isWithinRounding(BigDecimal list) {
        return list.subtract(sum.billed()).abs().compareTo(sum.tolerance()) <= 0;
    }

    private BigDecimal shareOff(BigDecimal list) {
        return BigDecimal.ONE.subtract(sum.billed().divide(list, Amounts.FACTOR));
    }

    public Basis basis() {
        Optional<Integer> off = discount().map(BigDecimal::signum);
        if (off.isEmpty()) {
            return listed.isPresent() ? Basis.TIER_NOT_TOLD : Basis.NO_LIST_PRICE;
        }
        if (off.get() <= 0) {
            return off.get() == 0 ? Basis.LIST_PRICE : Basis.ABOVE_LIST_PRICE;
        }
        return billList().isPresent() ? Basis.DISCOUNT_ON_THE_BILL : Basis.DISCOUNT_OFF_THE_CATALOG;
    }

    /// What makes paid and list price differ: by the columns of the bill where they tell, else by what
    /// is compared.
    public String name() {
        Basis basis = basis();
        boolean lowered = basis != Basis.LIST_PRICE && basis != Basis.ABOVE_LIST_PRICE;
        return lowered && !sum.discounts().isEmpty() ? String.join(", ", sum.discounts()) : basis.text();
    }

    @Override
    public int compareTo(BilledRate other) {
        return ORDER.compare(this, other);
    }
}
