package dev.batchable.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What an input is, told from its head.
///
/// @param format id of the format that reads it
/// @param marks the columns, keys and kinds without any one of which the format would not claim it; none for a
///     format that the user forced or mapped
public record Recognition(String path, String format, Head.Shape shape, List<String> marks) {
    public Recognition {
        marks = List.copyOf(marks);
    }

    static Recognition of(String path, FormatReader<?> reader, Head head) {
        return new Recognition(
                path, reader.id(), head.shape(), reader.claims().test(head) ? marks(reader, head) : List.of());
    }

    /// Leaves out one mark after the other and sees whether the format still claims the rest.
    private static List<String> marks(FormatReader<?> reader, Head head) {
        List<String> marks = new ArrayList<>();
        Stream.of(head.header(), head.paths(), head.inArrays())
                .flatMap(names -> names.stream().sorted())
                .distinct()
                .filter(name -> !reader.claims().test(head.without(name)))
                .forEach(marks::add);
        head.values()
                .forEach((path, found) -> found.stream()
                        .filter(value -> !reader.claims().test(head.withoutValue(path, value)))
                        .forEach(value -> marks.add(path + " = " + value)));
        return marks;
    }
}
