package dev.batchable.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What an input is, told from its head.
///
/// @param format id of the format that reads it
/// @param marks columns, keys and kinds that together suffice for the format to claim it, and none of them can be
///     left out; none for a format that the user forced or mapped
public record Recognition(String path, String format, Head.Shape shape, List<String> marks) {
    public Recognition {
        marks = List.copyOf(marks);
    }

    static Recognition of(String path, FormatReader<?> reader, Head head) {
        return new Recognition(
                path, reader.id(), head.shape(), reader.claims().test(head) ? marks(reader, head) : List.of());
    }

    /// Leaves out one name after the other, those of kinds of documents last, wherever the format still claims the
    /// rest: a format may know several marks of which one suffices.
    private static List<String> marks(FormatReader<?> reader, Head head) {
        Head least = head;
        List<String> marks = new ArrayList<>();
        for (String name : names(head)) {
            Head without = least.without(name);
            if (reader.claims().test(without)) {
                least = without;
            } else {
                marks.add(name);
            }
        }
        for (Map.Entry<String, Set<String>> kinds : new TreeMap<>(head.values()).entrySet()) {
            for (String value : new TreeSet<>(kinds.getValue())) {
                Head without = least.withoutValue(kinds.getKey(), value);
                if (reader.claims().test(without)) {
                    least = without;
                } else {
                    marks.add(kinds.getKey() + " = " + value);
                }
            }
        }
        return marks;
    }

    private static List<String> names(Head head) {
        return Stream.of(head.header(), head.paths(), head.inArrays())
                .flatMap(names -> names.stream().sorted())
                .distinct()
                .toList();
    }
}
