package dev.batchable.render;

import dev.batchable.price.catalog.CatalogInfo;
import dev.batchable.price.catalog.ListedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// The price catalog, or a part of it, for people, programs and spreadsheets.
///
/// @param models by provider
/// @param asOf day of the prices that a table shows
/// @param inFull whether the text shows every price of every model, rather than a line for each
/// @param width of text
public record PricePages(CatalogInfo catalog, List<ListedModel> models, LocalDate asOf, boolean inFull, int width) {
    public PricePages {
        models = List.copyOf(models);
    }

    /// For people.
    public void text(OutputStream out) throws IOException {
        Page page = new Page(width);
        page.paragraph(0, head());
        if (inFull) {
            models.forEach(model -> new PriceSheetPage(model, asOf).on(page));
        } else {
            new PriceTable(models, asOf).on(page);
        }
        write(page.toString(), out);
    }

    private String head() {
        String seen =
                catalog.observedAt().map(day -> ", last checked on " + day).orElse("");
        return "Price catalog " + catalog.version() + seen + "; prices as of " + asOf
                + ", per million tokens. Every price rests on a source with the day it was seen; what no source states"
                + " is unknown, never half of something.";
    }

    /// All of it, as `docs/prices.md` describes.
    public void json(OutputStream out) throws IOException {
        PriceJson.write(this, out);
    }

    /// A line for each price.
    public void csv(OutputStream out) throws IOException {
        write(PriceCsv.text(models), out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
