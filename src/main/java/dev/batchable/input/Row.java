package dev.batchable.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// One unit of an input seen through a [FieldTable]; reused from unit to unit, so nothing may keep it.
///
/// Blank text, the literals `null`, `NULL`, `None` and the lone `-` of access logs count as absent. Every
/// decoder throws [BadValueException] naming the path that held the value.
///
/// @param <F> the fields of the table
public interface Row<F extends Enum<F>> {
    /// The line this unit begins on, counted from 1.
    long line();

    /// The input as it was named, for formats whose units belong together by standing in one file.
    String file();

    /// The text of the first bound place that holds a value. A JSON object or array comes as its JSON text.
    Optional<String> text(F field);

    /// What a decoder makes of the text; empty where the field is absent or the decoder finds nothing in it.
    ///
    /// @param decoder depends on the text alone; where it is one object, such as a method reference that
    ///     captures nothing, texts that come again need not be decoded again
    <T> Optional<T> decoded(F field, Function<String, Optional<T>> decoder);

    /// The elements of a JSON array, the members of a JSON object as `key:value`, or else the text split at
    /// commas; blank ones left out. Empty where the field is absent.
    List<String> list(F field);

    /// A whole number from 0 to [Limits#MAX_COUNT]; a decimal with zero fraction such as `12.0` counts as
    /// whole.
    OptionalLong count(F field) throws BadValueException;

    /// An exact decimal; exponents are understood, scales beyond [Limits#MAX_SCALE] refused.
    Optional<BigDecimal> decimal(F field) throws BadValueException;

    /// Every number found at a path with [FieldTable#EACH]; a single one where the path has none. Empty where the field
    /// is absent.
    List<BigDecimal> decimals(F field) throws BadValueException;

    /// An instant: ISO 8601 with or without zone (UTC then), a blank instead of the `T`, or an epoch number
    /// told apart by magnitude (below 1e11 seconds, 1e14 milliseconds, 1e17 microseconds, else nanoseconds).
    Optional<Instant> instant(F field) throws BadValueException;

    /// `true`, `false`, `1`, `0`, `yes`, `no`, in any case.
    Optional<Boolean> flag(F field) throws BadValueException;

    /// The path at which the field was found, for messages and for units told by a name such as `latency_ms`.
    Optional<String> path(F field);
}
