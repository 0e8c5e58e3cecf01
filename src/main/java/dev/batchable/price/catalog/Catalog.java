package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Models and tier rules as read from price files, by provider.
///
/// @param snapshot true where the prices carry no dates and tell only what holds today
record Catalog(List<ModelEntry> models, Map<String, ProviderEntry> providers, boolean snapshot) {
    /// What holds for all models of a provider.
    ///
    /// @param firstParty true where the provider makes the models it sells, so that a bare model name means it
    /// @param checked day on which the file was last held against its sources
    record ProviderEntry(boolean firstParty, Map<Tier, TierRule> rules, Optional<LocalDate> checked) {
        ProviderEntry {
            rules = Map.copyOf(rules);
        }
    }

    Catalog {
        models = List.copyOf(models);
        providers = Map.copyOf(providers);
    }

    static Catalog union(List<Catalog> parts) {
        Map<String, ProviderEntry> providers = new LinkedHashMap<>();
        parts.forEach(part -> providers.putAll(part.providers));
        return new Catalog(parts.stream().flatMap(part -> part.models.stream()).toList(), providers, false);
    }

    /// Providers whose models a bare name may mean, in a fixed order.
    List<String> firstParties() {
        return providers.entrySet().stream()
                .filter(provider -> provider.getValue().firstParty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// This catalog under an overlay, whose rows, rules and names count first. An undated overlay leaves the history
    /// of a moving name as that of any other.
    Catalog under(Catalog overlay) {
        ModelIndex index = new ModelIndex(this);
        Aliases aliases = new Aliases(this);
        Map<String, ModelEntry> merged = new LinkedHashMap<>();
        models.forEach(model -> merged.put(model.name(), model));
        for (ModelEntry above : overlay.models) {
            ModelEntry entry = index.find(
                            above.provider(), ModelName.of(above.model()).keys())
                    .flatMap(below -> Optional.ofNullable(merged.get(below.name())))
                    .map(below -> (overlay.snapshot ? aliases.resolved(below) : below).under(above, overlay.snapshot))
                    .orElse(above);
            merged.put(entry.name(), entry);
        }
        Map<String, ProviderEntry> rules = new LinkedHashMap<>(providers);
        overlay.providers.forEach((name, above) -> rules.merge(name, above, Catalog::under));
        return new Catalog(List.copyOf(merged.values()), rules, false);
    }

    private static ProviderEntry under(ProviderEntry below, ProviderEntry above) {
        Map<Tier, TierRule> rules = new EnumMap<>(Tier.class);
        rules.putAll(below.rules);
        rules.putAll(above.rules);
        return new ProviderEntry(below.firstParty || above.firstParty, rules, below.checked);
    }
}
