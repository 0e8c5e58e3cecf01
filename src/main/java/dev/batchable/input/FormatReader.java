package dev.batchable.input;

import dev.batchable.record.Field;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What reading needs of a log format or a billing format, so that both are read by the same code.
///
/// @param provides what a log format can tell at all; nothing for a bill
/// @param nesting where the units stand in a JSON document
/// @param essential the fields without which a file of this format says nothing, the most telling first
record FormatReader<F extends Enum<F>>(
        String id,
        boolean billing,
        Set<Field> provides,
        Nesting nesting,
        List<F> essential,
        Predicate<Head> claims,
        Function<Head, FieldTable<F>> fields,
        Meaning<F> meaning) {
    private static final List<Field> LOG_ESSENTIALS =
            List.of(Field.START, Field.MODEL, Field.INPUT_TOKENS, Field.OUTPUT_TOKENS);
    private static final List<BillField> BILL_ESSENTIALS =
            List.of(BillField.PERIOD_START, BillField.BILLED_COST, BillField.CURRENCY);

    /// Hands the row to the sink in exactly one call, or says why it cannot.
    @FunctionalInterface
    interface Meaning<F extends Enum<F>> {
        void read(Row<F> row, RecordSink sink) throws BadValueException;
    }

    /// How many fields of the format stand in files with this head.
    int found(Detected detected) {
        return (int) fields.apply(detected.head()).bindings().stream()
                .filter(binding -> detected.holds(binding.path(), nesting))
                .map(FieldTable.Binding::field)
                .distinct()
                .count();
    }

    /// The essential fields that files with this head do not have, each by its first path where it has one.
    String missing(Detected detected) {
        FieldTable<F> table = fields.apply(detected.head());
        return essential.stream()
                .filter(field -> table.paths(field).stream().noneMatch(path -> detected.holds(path, nesting)))
                .map(field -> table.paths(field).stream()
                        .findFirst()
                        .orElseGet(() -> field.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? "its mark" : text));
    }

    Interpretation<F> interpretation(Detected detected) {
        return new Interpretation<>(this, detected);
    }

    static FormatReader<Field> log(LogFormat format) {
        return new FormatReader<>(
                format.id(),
                false,
                format.provides(),
                format.nesting(),
                LOG_ESSENTIALS,
                format::claims,
                format::fields,
                format::read);
    }

    static FormatReader<BillField> bill(BillingFormat format) {
        return new FormatReader<>(
                format.id(),
                true,
                Set.of(),
                format.nesting(),
                BILL_ESSENTIALS,
                format::claims,
                format::fields,
                format::read);
    }
}
