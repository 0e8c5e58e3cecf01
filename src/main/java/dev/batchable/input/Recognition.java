package dev.batchable.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an input is, told from its head.
///
/// @param format id of the format that reads it
/// @param marks columns, keys and kinds that suffice for the format to claim it, none of which could be missed; none
///     for a format that the user forced or mapped
public record Recognition(String path, String format, Head.Shape shape, List<String> marks) {
    public Recognition {
        marks = List.copyOf(marks);
    }

    static Recognition of(String path, FormatReader<?> reader, Head head) {
        return new Recognition(
                path, reader.id(), head.shape(), reader.claims().test(head) ? marks(reader, head) : List.of());
    }

    /// Takes away whatever the format can do without, the deepest names first.
    private static List<String> marks(FormatReader<?> reader, Head head) {
        Head left = head;
        for (String name : names(head)) {
            Head fewer = left.without(name);
            left = reader.claims().test(fewer) ? fewer : left;
        }
        List<String> marks = new ArrayList<>();
        for (Map.Entry<String, Set<String>> kind : new TreeMap<>(head.values()).entrySet()) {
            for (String value : new TreeSet<>(kind.getValue())) {
                Head fewer = left.withoutValue(kind.getKey(), value);
                if (reader.claims().test(fewer)) {
                    left = fewer;
                } else {
                    marks.add(kind.getKey() + " = " + value);
                }
            }
        }
        marks.addAll(0, names(left).stream().sorted().toList());
        return marks;
    }

    private static List<String> names(Head head) {
        return Stream.of(head.header(), head.paths(), head.inArrays())
                .flatMap(Collection::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Recognition::depth).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '.').count();
    }
}
