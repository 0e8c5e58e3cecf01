package dev.batchable.render;

/// All forms of output, each chosen by the extension of the file it goes to.
public final class Renderers {
    private static final Forms<Renderer> FORMS = Forms.of(new TextRenderer(), new JsonRenderer(), new CsvRenderer());

    private Renderers() {}

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    public static Renderer forFile(String path) {
        return FORMS.forFile(path);
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
}
