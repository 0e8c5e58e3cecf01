package dev.batchable.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The forms in which one thing can be written, each chosen by the extension of the file it goes to.
///
/// @param kinds in the order in which they are named to people
record Forms<R>(List<Kind<R>> kinds) {
    /// @param extension with its dot, in lower case
    record Kind<R>(String extension, R form) {}

    Forms {
        kinds = List.copyOf(kinds);
    }

    static <R> Forms<R> of(R text, R json, R csv) {
        return new Forms<>(List.of(new Kind<>(".txt", text), new Kind<>(".json", json), new Kind<>(".csv", csv)));
    }

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    R forFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return kinds.stream()
                .filter(kind -> name.endsWith(kind.extension))
                .map(Kind::form)
                .findFirst()
                .orElseThrow(() -> new UnknownOutputException("cannot tell the kind of output of '" + SafeText.of(path)
                        + "': its name must end in one of "
                        + kinds.stream().map(Kind::extension).collect(Collectors.joining(", "))));
    }
}
