package dev.batchable.price.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A price file as the user hands it over: finds out which schema it follows, and names it in every complaint.
final class PriceFile {
    /// LiteLLM's file, the largest known, has 1.7 MB.
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PriceFile() {}

    static PriceBook read(Path file) throws PriceFileException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = bytes(file);
        JsonPlace root = parse(bytes, file);
        try {
            Catalog catalog = catalog(root, name);
            Optional<LocalDate> observed = root.node().has("schema") ? root.date("observed_at") : Optional.empty();
            return new PriceBook(catalog, new CatalogInfo(name, observed, CatalogInfo.sha256(bytes)));
        } catch (PriceFileException e) {
            throw e.in(file, "the schema is described in docs/prices.md");
        }
    }

    private static Catalog catalog(JsonPlace root, String name) throws PriceFileException {
        if (LiteLlmReader.claims(root)) {
            return LiteLlmReader.read(root, name);
        }
        JsonPlace schema = root.required("schema", "\"" + CatalogReader.SCHEMA + "\", or LiteLLM's model price JSON");
        if (!schema.text().equals(CatalogReader.SCHEMA)) {
            throw schema.wrong("\"" + CatalogReader.SCHEMA + "\"");
        }
        return CatalogReader.read(root, name);
    }

    static JsonPlace parse(byte[] json, Path file) throws PriceFileException {
        try {
            JsonNode root = MAPPER.readTree(json);
            return new JsonPlace(root, "");
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? "top level"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new PriceFileException(
                            place,
                            "'" + e.getOriginalMessage().replaceFirst(": expected close marker.*", "") + "'",
                            "JSON")
                    .in(file, "check the file with any JSON tool");
        }
    }

    private static byte[] bytes(Path file) throws PriceFileException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new PriceFileException("size", Files.size(file) + " bytes", "at most " + MAX_BYTES)
                        .in(file, "keep the models you use");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new PriceFileException("path", "no such file", "a price file").in(file, "check the path");
        } catch (IOException e) {
            throw new PriceFileException("path", "'" + e + "'", "a file that can be read").in(file, "check the path");
        }
    }
}
