package dev.batchable.price.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the entry of a model by provider and name key.
final class ModelIndex {
    private final Map<String, Map<String, ModelEntry>> byProvider = new HashMap<>();

    ModelIndex(Catalog catalog) {
        for (ModelEntry model : catalog.models()) {
            Map<String, ModelEntry> names = byProvider.computeIfAbsent(model.provider(), key -> new HashMap<>());
            model.names().forEach(name -> names.putIfAbsent(name, model));
        }
    }

    /// The entry of the first key that the provider has.
    Optional<ModelEntry> find(String provider, List<String> keys) {
        Map<String, ModelEntry> names = byProvider.getOrDefault(provider, Map.of());
        return keys.stream().filter(names::containsKey).findFirst().map(names::get);
    }

    /// The entry that a spelling stands for. A dated name is a snapshot: where the book does not know it, a moving
    /// name that is left of it without the date says nothing of it.
    Optional<ModelEntry> find(String provider, ModelName name) {
        return find(provider, name.keys()).filter(entry -> entry.aliases().isEmpty() || !name.isDated());
    }

    boolean knows(String provider) {
        return byProvider.containsKey(provider);
    }
}
