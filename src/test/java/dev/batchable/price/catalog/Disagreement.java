package dev.batchable.price.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fact of another catalog that ours does not bear out.
record Disagreement(Sort sort, SecondFact fact, String ours) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    enum Sort {
        /// Ours states another price.
        PRICE,
        /// Ours is exactly twice or half of it: a batch sheet taken for a standard one looks just like that.
        DOUBLE,
        /// Ours states none, though it knows the model.
        MISSING;

        static Sort of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    static List<Disagreement> all() {
        return SecondFact.all().stream().flatMap(fact -> about(fact).stream()).toList();
    }

    private static Optional<Disagreement> about(SecondFact fact) {
        if (!(fact.ours() instanceof Quote.Priced quote)) {
            return Optional.of(new Disagreement(Sort.MISSING, fact, "none"));
        }
        BigDecimal ours = quote.perMillion();
        if (ours.compareTo(fact.perMillion()) == 0) {
            return Optional.empty();
        }
        Sort sort = isTwice(ours, fact.perMillion()) || isTwice(fact.perMillion(), ours) ? Sort.DOUBLE : Sort.PRICE;
        return Optional.of(new Disagreement(sort, fact, ours.toPlainString()));
    }

    private static boolean isTwice(BigDecimal larger, BigDecimal smaller) {
        return larger.compareTo(smaller.multiply(TWO)) == 0;
    }

    String text() {
        return sort + " " + fact.id() + ": they " + fact.perMillion() + ", ours " + ours;
    }
}
