package dev.batchable.render;

import dev.batchable.diff.json.JsonComparison;
import java.nio.charset.StandardCharsets;

/// All forms of a comparison, each chosen by the extension of the file it goes to.
public final class DiffRenderers {
    private static final Forms<DiffRenderer> FORMS = Forms.of(
            text(),
            (comparison, options, out) -> JsonComparison.write(comparison, out),
            (comparison, options, out) -> out.write(DiffCsv.of(comparison).getBytes(StandardCharsets.UTF_8)));

    private DiffRenderers() {}

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    public static DiffRenderer forFile(String path) {
        return FORMS.forFile(path);
    }

    /// Text for people, as it goes to a terminal.
    public static DiffRenderer text() {
        return (comparison, options, out) ->
                out.write(DiffText.of(comparison, options).getBytes(StandardCharsets.UTF_8));
    }
}
