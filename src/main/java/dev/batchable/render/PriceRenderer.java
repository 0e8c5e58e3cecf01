package dev.batchable.render;

import java.io.IOException;
import java.io.OutputStream;

/// Writes prices in one form. The same pages give the same bytes.
public interface PriceRenderer {
    /// Writes the prices and leaves the stream open.
    void render(PricePages pages, OutputStream out) throws IOException;

    /// @param path name of the output file; the case of its extension does not matter
    /// @throws UnknownOutputException where the extension is not known
    static PriceRenderer forFile(String path) {
        return Forms.<PriceRenderer>of(PricePages::text, PricePages::json, PricePages::csv)
                .forFile(path);
    }
}
