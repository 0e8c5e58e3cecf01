package dev.batchable.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// All forms of output, each chosen by the extension of the file it goes to.
public final class Renderers {
    private static final List<Kind> KINDS = List.of(
            new Kind(".txt", new TextRenderer()),
            new Kind(".json", new JsonRenderer()),
            new Kind(".csv", new CsvRenderer()));

    private Renderers() {}

    private record Kind(String extension, Renderer renderer) {}

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    public static Renderer forFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(kind -> name.endsWith(kind.extension))
                .findFirst()
                .orElseThrow(() -> new UnknownOutputException("cannot tell the kind of output of '" + SafeText.of(path)
                        + "': its name must end in one of " + known()))
                .renderer;
    }

    /// Text for people, as it goes to a terminal.
    public static Renderer text() {
        return new TextRenderer();
    }

    /// Why one workload got its verdict, line by line.
    ///
    /// @param query the exact name, an unambiguous beginning of it, or a glob that one name matches
    /// @throws UnknownWorkloadException where no workload fits, or several do
    public static Renderer explain(String query) {
        return new ExplainRenderer(query);
    }

    private static String known() {
        return KINDS.stream().map(Kind::extension).collect(Collectors.joining(", "));
    }
}
