package dev.batchable.price.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The price files that ship, read one by one, with the names that a price book hides.
final class EmbeddedFiles {
    private EmbeddedFiles() {}

    static List<ModelEntry> models() {
        return EmbeddedCatalog.FILES.stream()
                .flatMap(name -> read(name).models().stream())
                .toList();
    }

    static List<TierRule> rules() {
        return EmbeddedCatalog.FILES.stream()
                .flatMap(name -> read(name).providers().values().stream())
                .flatMap(provider -> provider.rules().values().stream())
                .toList();
    }

    private static Catalog read(String name) {
        String file = name + ".json";
        try (InputStream in = Objects.requireNonNull(EmbeddedCatalog.class.getResourceAsStream(file), file)) {
            return CatalogReader.read(PriceFile.parse(in.readAllBytes(), Path.of(file)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PriceFileException e) {
            throw new AssertionError(file, e);
        }
    }
}
