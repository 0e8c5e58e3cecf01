package dev.batchable.price;

import dev.batchable.price.catalog.PriceBook;
import dev.batchable.price.catalog.PriceFileException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A small price book whose numbers make sums that can be checked by head.
public final class TestPrices {
    private static final List<String> FILES =
            List.of("openai.json", "vertex.json", "gemini.json", "xai.json", "azure.json", "euro.json");

    private static final PriceBook BOOK = load();

    private TestPrices() {}

    public static PriceBook book() {
        return BOOK;
    }

    private static PriceBook load() {
        PriceBook book = read("anthropic.json");
        for (String file : FILES) {
            book = book.with(read(file));
        }
        return book;
    }

    private static PriceBook read(String file) {
        URL url = Objects.requireNonNull(TestPrices.class.getResource("rating/" + file), file);
        try {
            return PriceBook.read(Path.of(url.toURI()));
        } catch (PriceFileException | URISyntaxException e) {
            throw new AssertionError(file, e);
        }
    }
}
