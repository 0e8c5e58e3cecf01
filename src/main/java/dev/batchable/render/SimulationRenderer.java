package dev.batchable.render;

import dev.batchable.simulate.Simulation;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a simulation in one form. The same simulation and width give the same bytes.
public interface SimulationRenderer {
    /// Writes the simulation and leaves the stream open.
    ///
    /// @param width of text, in columns
    void render(Simulation simulation, int width, OutputStream out) throws IOException;

    /// Text for people, as it goes to a terminal.
    static SimulationRenderer text() {
        return new SimulationText();
    }

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    static SimulationRenderer forFile(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return switch (extension) {
            case "txt" -> text();
            case "json" -> new SimulationJson();
            case "csv" -> new SimulationCsv();
            default ->
                throw new UnknownOutputException("cannot tell the kind of output of '" + SafeText.of(path)
                        + "': its name must end in one of .txt, .json, .csv");
        };
    }
}
