package dev.batchable.input.billing;

import dev.batchable.input.BillField;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the columns of a format in a header that spells them another way: in another case, or with blanks,
/// underscores, slashes or quotes, as exporters and warehouses do (`lineItem/UsageType`, `LINE_ITEM_USAGE_TYPE`).
final class Columns {
    private Columns() {}

    static boolean all(Head head, String... columns) {
        return Stream.of(columns).allMatch(column -> spelling(head, column).isPresent());
    }

    static boolean any(Head head, String... columns) {
        return Stream.of(columns).anyMatch(column -> spelling(head, column).isPresent());
    }

    /// The table with its columns as the header spells them, and without those that it does not have. Of a path into
    /// a column (`product.model`) only the column is looked for.
    static FieldTable<BillField> found(FieldTable<BillField> table, Head head) {
        FieldTable.Builder<BillField> found = FieldTable.builder();
        for (FieldTable.Binding<BillField> binding : table.bindings()) {
            int dot = binding.path().indexOf('.');
            String column = dot < 0 ? binding.path() : binding.path().substring(0, dot);
            String rest = dot < 0 ? "" : binding.path().substring(dot);
            spelling(head, column).ifPresent(spelled -> found.field(binding.field(), spelled + rest));
        }
        return found.build();
    }

    private static Optional<String> spelling(Head head, String column) {
        return head.header().stream()
                .filter(name -> plain(name).equals(plain(column)))
                .findFirst();
    }

    private static String plain(String column) {
        return column.replaceAll("[ _/\"]", "").toLowerCase(Locale.ROOT);
    }
}
