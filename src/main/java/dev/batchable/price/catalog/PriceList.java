package dev.batchable.price.catalog;

import dev.batchable.price.catalog.ListedModel.Nickname;
import dev.batchable.record.Providers;
import dev.batchable.record.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A price book laid open: every model by provider and name, and the models that a spelling of a log means.
public final class PriceList {
    private static final List<Tier> RULED = List.of(Tier.BATCH, Tier.FLEX, Tier.PRIORITY);

    private final PriceBook book;
    private final ModelIndex index;
    private final List<ModelEntry> entries;

    PriceList(PriceBook book, Catalog catalog) {
        this.book = book;
        this.index = new ModelIndex(catalog);
        this.entries = catalog.models().stream()
                .sorted(Comparator.comparing(ModelEntry::provider).thenComparing(ModelEntry::model))
                .toList();
    }

    /// The provider that is meant, where there are prices of it.
    public Optional<String> provider(String spelling) {
        return Providers.canonical(spelling)
                .filter(name ->
                        entries.stream().anyMatch(entry -> entry.provider().equals(name)));
    }

    /// By provider, then by name.
    public List<ListedModel> all() {
        return entries.stream().map(this::listed).toList();
    }

    /// The models that a name may mean, one of a provider at most: any spelling that logs, gateways and bills use.
    ///
    /// @param provider where only one is wanted; else the one the name itself tells, else all
    public List<ListedModel> named(String spelling, Optional<String> provider) {
        ModelName name = ModelName.of(spelling);
        Optional<String> only = provider.or(name::provider);
        return entries.stream()
                .map(ModelEntry::provider)
                .distinct()
                .filter(candidate -> only.map(candidate::equals).orElse(true))
                .flatMap(candidate -> index.find(candidate, name).stream())
                .map(this::listed)
                .toList();
    }

    /// Every name by which a model can be found, as keys: lower case, hyphens between words.
    public Stream<String> names() {
        return entries.stream().flatMap(entry -> entry.names().stream()).distinct();
    }

    private ListedModel listed(ModelEntry entry) {
        return new ListedModel(
                entry.provider(),
                entry.model(),
                entry.names().stream()
                        .filter(name -> !name.equals(ModelName.key(entry.model())))
                        .toList(),
                entry.aliases(),
                nicknames(entry),
                entry.rows(),
                tiers(entry),
                entry.routings(),
                entry.hours());
    }

    private Map<Tier, TierRule> tiers(ModelEntry entry) {
        Map<Tier, TierRule> tiers = new EnumMap<>(Tier.class);
        RULED.forEach(tier -> tiers.put(tier, book.ruleOf(entry, tier)));
        return tiers;
    }

    private List<Nickname> nicknames(ModelEntry target) {
        List<Nickname> nicknames = new ArrayList<>();
        for (ModelEntry entry : entries) {
            entry.aliases().stream()
                    .filter(alias -> entry.provider().equals(target.provider())
                            && Aliases.find(entry.provider(), alias, index)
                                    .filter(target::equals)
                                    .isPresent())
                    .forEach(alias -> nicknames.add(new Nickname(entry.model(), alias)));
        }
        return nicknames;
    }
}
