package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// A row that notes which fields it really held, so that `Request.present` cannot drift from what was read. One
/// for each row.
final class TrackedRow {
    private final Row<Field> row;
    private final EnumSet<Field> present = EnumSet.noneOf(Field.class);

    TrackedRow(Row<Field> row) {
        this.row = row;
    }

    /// Not wrapped: profiles compare the sets of neighbouring rows, and two enum sets are compared as two numbers.
    /// Nobody changes it once the row is read.
    Set<Field> present() {
        return present;
    }

    boolean has(Field field) {
        return present.contains(field);
    }

    /// Notes a field that was told by other means than its own place.
    void note(Field field) {
        if (!field.isPlace()) {
            present.add(field);
        }
    }

    /// Notes a field where its value, told by other means than its own place, is there.
    <T> Optional<T> noted(Field field, Optional<T> value) {
        if (value.isPresent()) {
            note(field);
        }
        return value;
    }

    /// Takes back a field whose value only looks like an answer.
    void forget(Field field) {
        present.remove(field);
    }

    Optional<String> text(Field field) {
        return noted(field, row.text(field));
    }

    /// A text that tells something; one that does not is not noted.
    Optional<String> text(Field field, Predicate<String> tells) {
        return noted(field, row.text(field).filter(tells));
    }

    /// What a decoder makes of the text, see [Row#decoded]; text of which it makes nothing is not noted.
    <T> Optional<T> decoded(Field field, Function<String, Optional<T>> decoder) {
        return noted(field, row.decoded(field, decoder));
    }

    List<String> list(Field field) {
        List<String> values = row.list(field);
        if (!values.isEmpty()) {
            note(field);
        }
        return values;
    }

    OptionalLong count(Field field) throws BadValueException {
        OptionalLong value = row.count(field);
        if (value.isPresent()) {
            note(field);
        }
        return value;
    }

    Optional<BigDecimal> decimal(Field field) throws BadValueException {
        return noted(field, row.decimal(field));
    }

    Optional<Instant> instant(Field field) throws BadValueException {
        return noted(field, row.instant(field));
    }

    Optional<Boolean> flag(Field field) throws BadValueException {
        return noted(field, row.flag(field));
    }

    /// Where the field was found; the field's own name where it was not.
    String path(Field field) {
        return row.path(field).orElseGet(() -> field.name().toLowerCase(Locale.ROOT));
    }

    /// What to throw where the value of a field cannot be used.
    BadValueException bad(Field field, String expected) {
        return new BadValueException(path(field), row.text(field).orElse(""), expected);
    }
}
