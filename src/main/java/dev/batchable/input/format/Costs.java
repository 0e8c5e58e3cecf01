package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Money;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Optional;

/// What a source says a call cost, in US dollars.
final class Costs {
    private Costs() {}

    /// The whole of what is told: the gateway's charge and that of the provider behind it.
    static Optional<BigDecimal> told(TrackedRow row) throws BadValueException {
        Optional<BigDecimal> cost = row.decimal(Field.COST);
        Optional<BigDecimal> besides = row.decimal(Field.BYOK_COST);
        if (cost.isEmpty() || besides.isEmpty()) {
            return cost.or(() -> besides);
        }
        return Optional.of(cost.orElseThrow().add(besides.orElseThrow()));
    }

    /// A cost of exactly zero for a call that used tokens is a missing price, not a free call.
    ///
    /// @param dollars as read from [Field#COST], its unit already converted
    /// @throws BadValueException where it is negative
    static Optional<Money> of(TrackedRow row, Optional<BigDecimal> dollars, Optional<Tokens> used)
            throws BadValueException {
        if (dollars.filter(amount -> amount.signum() < 0).isPresent()) {
            throw row.bad(Field.COST, "an amount of at least 0");
        }
        boolean counted = used.filter(counts -> counts.total() > 0).isPresent();
        Optional<BigDecimal> told = dollars.filter(amount -> amount.signum() > 0 || !counted);
        if (told.isEmpty()) {
            row.forget(Field.COST);
            row.forget(Field.BYOK_COST);
        }
        return told.map(amount -> new Money(amount, Money.USD));
    }
}
