package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey.ModelRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which models of a maker are its dearest, and which is the next one down.
///
/// A ladder holds one model of each size, of one generation or the nearest one that has that size, the dearest
/// first; a test holds every step to a lower price. It says what costs less and nothing about what is good enough.
public final class ModelLadders {
    private final PriceBook book;
    private final Map<Resolution, Step> steps = new HashMap<>();
    private final Map<Resolution, String> families = new HashMap<>();

    /// A model among the dearest of its family.
    ///
    /// @param family as its maker calls it, such as `Claude`
    /// @param next the model below, at the same provider
    public record Step(String family, Resolution next, Source source) {}

    private ModelLadders(PriceBook book) {
        this.book = book;
    }

    /// What this version of batchable knows.
    ///
    /// @param book tells which model a name stands for
    public static ModelLadders embedded(PriceBook book) {
        ModelLadders ladders = new ModelLadders(book);
        EmbeddedTable.read("model-ladders.json", ladders::read);
        return ladders;
    }

    /// The step down; empty where the model is not among the dearest of a ladder.
    public Optional<Step> of(ModelRef model) {
        return canonical(model).flatMap(found -> Optional.ofNullable(steps.get(found)));
    }

    /// The family of any model on a ladder, the cheapest included.
    public Optional<String> family(ModelRef model) {
        return canonical(model).flatMap(found -> Optional.ofNullable(families.get(found)));
    }

    private Optional<Resolution> canonical(ModelRef model) {
        return book.resolve(model).map(found -> new Resolution(found.provider(), found.model(), false));
    }

    private void read(JsonPlace file, SourceTable sources) throws PriceFileException {
        for (JsonPlace family : CatalogReader.elementsOf(file, "families")) {
            family.only(Set.of("family", "providers", "source", "ladders"));
            for (JsonPlace provider : CatalogReader.elementsOf(family, "providers")) {
                for (JsonPlace ladder : CatalogReader.elementsOf(family, "ladders")) {
                    readLadder(
                            family, provider.text(), ladder, sources.of(family).orElse(sources.fallback()));
                }
            }
        }
    }

    private void readLadder(JsonPlace family, String provider, JsonPlace ladder, Source source)
            throws PriceFileException {
        String name = family.required("family", "a name").text();
        List<Resolution> models = new ArrayList<>();
        for (JsonPlace model : CatalogReader.elementsOf(ladder, "models")) {
            models.add(EmbeddedTable.canonical(book, provider, model.text()));
        }
        models.forEach(model -> families.put(model, name));
        long top = ladder.count("top").orElseThrow();
        for (int i = 0; i < top; i++) {
            steps.putIfAbsent(models.get(i), new Step(name, models.get(i + 1), source));
        }
    }
}
