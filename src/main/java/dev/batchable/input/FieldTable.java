package dev.batchable.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a flat format keeps its fields: field → candidate paths, the first one that holds a value wins. This
/// is the format as data: the library readers ([CsvRows], [JsonLines]) and any faster scanner decode the same
/// table.
///
/// A path is dotted. For CSV its first segment is the column; for JSON the top-level key. A key that contains
/// dots itself (`gen_ai.usage.input_tokens`) is found as well. A text value that itself holds a JSON object is
/// entered by the rest of the path, because exports keep JSON inside CSV cells and inside JSON strings. A list of
/// `{"key": …, "value": …}` objects is entered like the object it stands for, whatever wraps the values; elements of
/// other arrays are [#FIRST], [#ANY], [#EACH] and [#COUNT].
///
/// @param <F> the fields, such as [dev.batchable.record.Field]
public final class FieldTable<F extends Enum<F>> {
    /// Path segment for the first element of an array.
    public static final String FIRST = "[0]";
    /// Path segment for any element of an array; of several that hold the value the last one counts, and the first
    /// element only where [#FIRST] is not asked for as well.
    public static final String ANY = "[*]";
    /// Path segment for every element of an array: what all of them hold there, in order ([Row#decimals]). Not to be
    /// asked for beside [#FIRST] and [#ANY] in one array.
    public static final String EACH = "[+]";
    /// Path segment for the number of elements of an array.
    public static final String COUNT = "[#]";

    /// One candidate place of a field.
    public record Binding<F>(F field, String path) {}

    private final List<Binding<F>> bindings;

    private FieldTable(List<Binding<F>> bindings) {
        this.bindings = List.copyOf(bindings);
    }

    /// All candidates in order; those of one field stand in order of preference.
    public List<Binding<F>> bindings() {
        return bindings;
    }

    /// The fields that have a place.
    public Set<F> fields() {
        return bindings.stream().map(Binding::field).collect(Collectors.toUnmodifiableSet());
    }

    public List<String> paths(F field) {
        return bindings.stream()
                .filter(binding -> binding.field() == field)
                .map(Binding::path)
                .toList();
    }

    public static <F extends Enum<F>> Builder<F> builder() {
        return new Builder<>();
    }

    public static final class Builder<F extends Enum<F>> {
        private final List<Binding<F>> bindings = new ArrayList<>();

        private Builder() {}

        public Builder<F> field(F field, String... paths) {
            for (String path : paths) {
                bindings.add(new Binding<>(field, path));
            }
            return this;
        }

        public FieldTable<F> build() {
            return new FieldTable<>(bindings);
        }
    }
}
