package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names that move, such as `gpt-4o` or `mistral-small-latest`, laid over the models they stood for.
///
/// A log that names the alias and a bill that names the snapshot tell of the same calls, and the price of the
/// alias is that of the snapshot it meant on the day. So an entry of such a name is given the rows of its
/// targets, each cut to the days it was meant; rows of the name itself, such as those of a contract, count
/// before them. A day that no target is documented for has no row: either of two targets could have been meant,
/// and a price of the wrong one would pass for a cost. A name with a date is a snapshot and never an alias.
final class Aliases {
    private final Catalog catalog;
    private final ModelIndex index;

    Aliases(Catalog catalog) {
        this.catalog = catalog;
        this.index = new ModelIndex(catalog);
    }

    /// The models of the catalog, those of moving names with the rows of their targets.
    Catalog resolved() {
        return new Catalog(catalog.models().stream().map(this::resolved).toList(), catalog.providers(), false);
    }

    /// The entry with the rows of what it stood for; itself where its name never moved.
    ModelEntry resolved(ModelEntry entry) {
        if (entry.aliases().isEmpty()) {
            return entry;
        }
        List<ModelEntry> targets = entry.aliases().stream()
                .flatMap(alias -> find(entry.provider(), alias, index).stream())
                .toList();
        return new ModelEntry(
                entry.provider(),
                entry.model(),
                entry.names(),
                rows(entry),
                refusedByAll(entry, targets),
                entry.routings(),
                Stream.concat(entry.hours().stream(), targets.stream().flatMap(target -> target.hours().stream()))
                        .findFirst(),
                entry.aliases());
    }

    /// Its own, then those of its targets on the days it meant them.
    private List<PriceRow> rows(ModelEntry entry) {
        List<PriceRow> rows = new ArrayList<>(entry.rows());
        Set<String> own = entry.rows().stream().map(PriceRow::id).collect(Collectors.toUnmodifiableSet());
        for (Alias alias : entry.aliases()) {
            find(entry.provider(), alias, index).stream()
                    .flatMap(target -> target.rows().stream())
                    .filter(row -> !own.contains(row.id()))
                    .flatMap(row -> row.within(alias.validity()).stream())
                    .forEach(rows::add);
        }
        return rows;
    }

    /// What an alias stands for; empty where the catalog does not know the target.
    static Optional<ModelEntry> find(String provider, Alias alias, ModelIndex index) {
        return index.find(provider, List.of(ModelName.key(alias.target())))
                .filter(target -> target.aliases().isEmpty());
    }

    /// What every target refuses is refused whatever the day.
    private static Map<Tier, TierRule.NotOffered> refusedByAll(ModelEntry entry, List<ModelEntry> targets) {
        Map<Tier, TierRule.NotOffered> refused = new EnumMap<>(Tier.class);
        targets.stream().limit(1).forEach(first -> refused.putAll(first.refused()));
        targets.forEach(target -> refused.keySet().retainAll(target.refused().keySet()));
        refused.putAll(entry.refused());
        return refused;
    }
}
