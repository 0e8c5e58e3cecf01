package dev.batchable.price.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The price files that batchable carries, one per provider.
final class EmbeddedCatalog {
    /// Day on which the files were last checked against their sources; the catalog's version.
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 21);
    static final List<String> FILES = List.of(
            "openai",
            "anthropic",
            "gemini",
            "vertex",
            "bedrock",
            "azure",
            "mistral",
            "groq",
            "xai",
            "voyage",
            "deepseek",
            "fireworks",
            "together",
            "moonshot",
            "cohere",
            "nebius",
            "doubleword",
            "alibaba",
            "openrouter",
            "vercel",
            "zhipu");

    private EmbeddedCatalog() {}

    static PriceBook load() {
        List<Catalog> parts = new ArrayList<>();
        byte[][] bytes = new byte[FILES.size()][];
        for (int i = 0; i < bytes.length; i++) {
            String name = FILES.get(i) + ".json";
            bytes[i] = bytes(name);
            parts.add(parse(name, bytes[i]));
        }
        CatalogInfo info = new CatalogInfo(CHECKED.toString(), Optional.of(CHECKED), CatalogInfo.sha256(bytes));
        return new PriceBook(Catalog.union(parts), info);
    }

    private static Catalog parse(String name, byte[] json) {
        try {
            return CatalogReader.read(PriceFile.parse(json, Path.of(name)), name);
        } catch (PriceFileException e) {
            throw new IllegalStateException("embedded price file " + name + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = EmbeddedCatalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("embedded price file " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
