package dev.batchable.price.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the `aliases` of a price file: which model a moving name meant on which days.
record AliasReader(String provider, SourceTable sources) {
    private static final Set<String> FIELDS = Set.of("alias", "target", "from", "until", "source", "note");

    /// By name, in the order of the file.
    Map<String, List<Alias>> read(JsonPlace file) throws PriceFileException {
        Map<String, List<Alias>> aliases = new LinkedHashMap<>();
        for (JsonPlace place : CatalogReader.elementsOf(file, "aliases")) {
            place.only(FIELDS);
            String name = place.required("alias", "the name that moves").text();
            add(place, aliases.computeIfAbsent(name, unseen -> new ArrayList<>()));
        }
        return aliases;
    }

    private void add(JsonPlace place, List<Alias> others) throws PriceFileException {
        if (provider.isEmpty()) {
            throw new PriceFileException(place.path(), "no 'provider' at the top level", "such as openai");
        }
        Alias alias = new Alias(
                place.required("target", "the model it stands for").text(),
                CatalogReader.validity(place),
                sources.of(place).orElse(sources.fallback()),
                place.text("note"));
        Optional<Alias> same = others.stream()
                .filter(other -> other.validity().overlaps(alias.validity()))
                .findFirst();
        if (same.isPresent()) {
            throw new PriceFileException(
                    place.path(),
                    "two targets for the same days, " + same.get().target() + " and " + alias.target(),
                    "an 'until' (the day after the last) on the older one");
        }
        others.add(alias);
    }
}
