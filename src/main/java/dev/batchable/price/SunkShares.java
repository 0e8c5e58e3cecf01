package dev.batchable.price;

import dev.batchable.price.bill.BillCell;
import dev.batchable.price.bill.BillSum;
import dev.batchable.price.bill.BillTotals;
import dev.batchable.price.catalog.ModelKey;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.Funding;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which share of a model's tokens something else than the price per token pays for: a commitment, a free tier, a
/// credit. A move of those calls frees capacity and does not lower the bill, so it saves nothing.
///
/// All calls of a model on one tier bear the share alike, since no bill tells whose calls a commitment covered.
final class SunkShares {
    private record Pool(ModelKey model, Tier tier) implements Comparable<Pool> {
        private static final Comparator<Pool> ORDER =
                Comparator.comparing(Pool::model).thenComparing(Pool::tier);

        @Override
        public int compareTo(Pool other) {
            return ORDER.compare(this, other);
        }
    }

    private record Tokens(BigDecimal all, SortedMap<Funding, BigDecimal> sunk) {
        Tokens plus(Tokens more) {
            SortedMap<Funding, BigDecimal> both = new TreeMap<>(sunk);
            more.sunk.forEach((funding, tokens) -> both.merge(funding, tokens, BigDecimal::add));
            return new Tokens(all.add(more.all), both);
        }
    }

    private final PriceBook book;
    private final SortedMap<Pool, Tokens> pools = new TreeMap<>();

    SunkShares(PriceBook book, BillTotals bill) {
        this.book = book;
        bill.cells().forEach(this::add);
    }

    private void add(BillCell cell, BillSum sum) {
        if (cell.quantified() && cell.isModelUsage() && cell.meter().model().isPresent()) {
            ModelRef model = new ModelRef(
                    Optional.of(cell.meter().provider()), cell.meter().model(), Optional.empty());
            SortedMap<Funding, BigDecimal> sunk = new TreeMap<>();
            if (!cell.funding().isOnDemand()) {
                sunk.put(cell.funding(), unpaid(cell, sum));
            }
            pools.merge(
                    new Pool(ModelKey.of(book, model), cell.meter().tier()),
                    new Tokens(sum.tokens(), sunk),
                    Tokens::plus);
        }
    }

    /// A credit may pay for a part of a line only; how much of it shows beside the list price.
    private static BigDecimal unpaid(BillCell cell, BillSum sum) {
        Optional<BigDecimal> list = sum.list().filter(amount -> amount.compareTo(sum.billed()) > 0);
        if (cell.funding() != Funding.CREDIT || list.isEmpty() || sum.billed().signum() < 0) {
            return sum.tokens();
        }
        BigDecimal paid = sum.billed().divide(list.get(), MathContext.DECIMAL64);
        return sum.tokens().multiply(BigDecimal.ONE.subtract(paid));
    }

    /// 0–1. A bill that tells no tier of a model's charges tells it of all of them.
    BigDecimal of(ModelRef model, Tier tier) {
        return tokens(model, tier)
                .filter(tokens -> !tokens.sunk.isEmpty())
                .map(tokens -> tokens.sunk.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(tokens.all, Amounts.FACTOR))
                .orElse(BigDecimal.ZERO);
    }

    private Optional<Tokens> tokens(ModelRef model, Tier tier) {
        ModelKey key = ModelKey.of(book, model);
        return Optional.ofNullable(pools.get(new Pool(key, tier)))
                .or(() -> Optional.ofNullable(pools.get(new Pool(key, Tier.UNKNOWN))));
    }

    /// Why no money is saved on the sunk share, for people.
    String reason(ModelRef model, Tier tier) {
        BigDecimal percent = of(model, tier).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        Funding most = tokens(model, tier).stream()
                .flatMap(tokens -> tokens.sunk.entrySet().stream())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Funding.COMMITTED);
        return "the bill shows " + percent.stripTrailingZeros().toPlainString() + " % of the tokens of "
                + model.provider().orElse("?") + "/" + model.model().orElse("?") + " " + covered(most)
                + ": a move frees capacity, it does not lower the bill";
    }

    private static String covered(Funding funding) {
        return switch (funding) {
            case COMMITTED, ON_DEMAND -> "covered by a commitment";
            case PROVISIONED -> "on provisioned capacity";
            case FREE -> "free of charge";
            case CREDIT -> "paid by a credit";
        };
    }
}
