package dev.batchable.render;

import dev.batchable.diff.json.JsonComparison;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// All forms of a comparison, each chosen by the extension of the file it goes to.
public final class DiffRenderers {
    private static final Map<String, DiffRenderer> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(".txt", text());
        KINDS.put(".json", (comparison, options, out) -> JsonComparison.write(comparison, out));
        KINDS.put(
                ".csv",
                (comparison, options, out) -> out.write(DiffCsv.of(comparison).getBytes(StandardCharsets.UTF_8)));
    }

    private DiffRenderers() {}

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    public static DiffRenderer forFile(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(kind -> name.endsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new UnknownOutputException("cannot tell the kind of output of '" + SafeText.of(path)
                        + "': its name must end in one of " + String.join(", ", KINDS.keySet())));
    }

    /// Text for people, as it goes to a terminal.
    public static DiffRenderer text() {
        return (comparison, options, out) ->
                out.write(DiffText.of(comparison, options).getBytes(StandardCharsets.UTF_8));
    }
}
