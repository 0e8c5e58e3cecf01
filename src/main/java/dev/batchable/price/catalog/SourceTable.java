package dev.batchable.price.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The sources that a price file lists once and refers to by key.
record SourceTable(Map<String, Source> byKey, Source fallback) {
    private static final Set<String> FIELDS = Set.of("url", "observed_at", "confidence");

    SourceTable {
        byKey = Map.copyOf(byKey);
    }

    /// @param name of the file, the source of what names none
    static SourceTable read(JsonPlace file, String name) throws PriceFileException {
        Optional<LocalDate> observed = file.date("observed_at");
        Map<String, Source> sources = new HashMap<>();
        Optional<JsonPlace> table = file.child("sources");
        if (table.isPresent()) {
            for (Map.Entry<String, JsonPlace> field : table.get().fields()) {
                sources.put(field.getKey(), source(field.getValue(), observed));
            }
        }
        return new SourceTable(sources, new Source(name, observed, Source.Confidence.USER));
    }

    private static Source source(JsonPlace place, Optional<LocalDate> observed) throws PriceFileException {
        place.only(FIELDS);
        Optional<LocalDate> own = place.date("observed_at");
        return new Source(place.required("url", "a URL").text(), own.or(() -> observed), confidence(place));
    }

    private static Source.Confidence confidence(JsonPlace place) throws PriceFileException {
        String text = place.text("confidence").orElse("user");
        return switch (text) {
            case "vendor" -> Source.Confidence.VENDOR;
            case "secondary" -> Source.Confidence.SECONDARY;
            case "assumed" -> Source.Confidence.ASSUMED;
            case "user" -> Source.Confidence.USER;
            default ->
                throw new PriceFileException(
                        place.path() + ".confidence", "'" + text + "'", "vendor, secondary, assumed or user");
        };
    }

    /// The source that a place refers to; empty where it refers to none.
    Optional<Source> of(JsonPlace place) throws PriceFileException {
        Optional<JsonPlace> key = place.child("source");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Source source = byKey.get(key.get().text());
        if (source == null) {
            throw key.get().wrong("a key of 'sources'");
        }
        return Optional.of(source);
    }
}
