package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey.ModelRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// A table of documented facts beside the prices, in the form of a price file: `sources`, and lists that refer to
/// them.
final class EmbeddedTable {
    private EmbeddedTable() {}

    /// Takes a table in.
    interface Reader {
        void read(JsonPlace file, SourceTable sources) throws PriceFileException;
    }

    static void read(String name, Reader reader) {
        try (InputStream in = EmbeddedTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("embedded table " + name + " is missing");
            }
            JsonPlace file = PriceFile.parse(in.readAllBytes(), Path.of(name));
            reader.read(file, SourceTable.read(file, name));
        } catch (PriceFileException e) {
            throw new IllegalStateException("embedded table " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The model that a table's name means; the name itself where the book has no such model, so that a user's own
    /// book need not hold every model.
    static Resolution canonical(PriceBook book, String provider, String model) {
        return book.resolve(new ModelRef(Optional.of(provider), Optional.of(model), Optional.empty()))
                .map(found -> new Resolution(found.provider(), found.model(), false))
                .orElse(new Resolution(provider, model, false));
    }
}
