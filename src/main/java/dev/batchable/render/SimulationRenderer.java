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
        return Forms.of(text(), new SimulationJson(), new SimulationCsv()).forFile(path);
    }
}
