package dev.batchable.render;

import dev.batchable.diff.Comparison;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a comparison in one form. The same comparison and options give the same bytes.
public interface DiffRenderer {
    /// Writes the comparison and leaves the stream open.
    void render(Comparison comparison, RenderOptions options, OutputStream out) throws IOException;
}
