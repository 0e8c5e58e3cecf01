package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answer to one lookup of a model, with what is asked once a call made ready: the days on which prices
/// change, and the context bands between them.
final class FoundModel implements RatingScheme.OfModel {
    /// Longest model name that is looked up; inference-profile ARNs have about 150 characters.
    private static final int MAX_NAME = 512;

    private final Optional<ModelEntry> entry;
    private final String missing;
    private final boolean inferred;
    private final Optional<Routing> routing;
    private final List<Meaning> meanings;
    private final List<Epoch> epochs;

    /// What a moving name stood for on some days.
    private record Meaning(PriceRow.Validity days, ModelEntry target, Optional<Routing> routing) {}

    /// A span in which no price of the model begins or ends.
    ///
    /// @param start first second, since 1970 in UTC
    /// @param day as the scheme reports it; empty before the first price
    private record Epoch(long start, Optional<LocalDate> day, List<ContextBand> bands) {}

    private FoundModel(
            Optional<ModelEntry> entry,
            String missing,
            boolean inferred,
            Optional<Routing> routing,
            List<Meaning> meanings) {
        this.entry = entry;
        this.missing = missing;
        this.inferred = inferred;
        this.routing = routing;
        this.meanings = meanings;
        this.epochs = entry.map(FoundModel::epochsOf).orElse(List.of());
    }

    /// Looks a model up under the provider the source names, else the one the name itself names, else the only
    /// first-party provider that has such a model.
    static FoundModel find(RatingKey.ModelRef model, ModelIndex index, Catalog catalog) {
        if (model.model().isEmpty()) {
            return missing("the source names no model");
        }
        String spelling = model.model().get();
        if (spelling.length() > MAX_NAME) {
            return missing("no price known for a model whose name has " + spelling.length() + " characters");
        }
        ModelName name = ModelName.of(spelling);
        Optional<String> provider = model.provider().or(name::provider);
        if (provider.isPresent()) {
            return index.find(provider.get(), name)
                    .map(entry -> present(entry, false, model, name, index))
                    .orElseGet(() -> missing(reason(spelling, provider.get(), index)));
        }
        return inferred(model, name, index, catalog.firstParties());
    }

    private static FoundModel inferred(
            RatingKey.ModelRef model, ModelName name, ModelIndex index, List<String> providers) {
        List<ModelEntry> candidates = providers.stream()
                .flatMap(candidate -> index.find(candidate, name).stream())
                .toList();
        if (candidates.size() == 1) {
            return present(candidates.get(0), true, model, name, index);
        }
        String spelling = model.model().orElse("");
        return missing(
                candidates.isEmpty()
                        ? "no price known for model '" + spelling + "' (the source names no provider)"
                        : "provider of model '" + spelling + "' not named; it could be "
                                + candidates.stream().map(ModelEntry::name).collect(Collectors.joining(" or ")));
    }

    private static String reason(String spelling, String provider, ModelIndex index) {
        String which = "no price known for model '" + spelling + "' of provider " + provider;
        return index.knows(provider) ? which : which + " (no prices of that provider at all)";
    }

    private static FoundModel missing(String why) {
        return new FoundModel(Optional.empty(), why, false, Optional.empty(), List.of());
    }

    private static FoundModel present(
            ModelEntry entry, boolean inferred, RatingKey.ModelRef model, ModelName name, ModelIndex index) {
        List<String> regions =
                Stream.concat(model.region().stream(), name.routing().stream()).toList();
        List<Meaning> meanings = entry.aliases().stream()
                .flatMap(alias -> Aliases.find(entry.provider(), alias, index).stream()
                        .map(target -> new Meaning(alias.validity(), target, routing(target, regions))))
                .toList();
        return new FoundModel(Optional.of(entry), "", inferred, routing(entry, regions), meanings);
    }

    private static Optional<Routing> routing(ModelEntry entry, List<String> regions) {
        return entry.routings().stream()
                .filter(candidate -> regions.stream().anyMatch(candidate::appliesTo))
                .findFirst();
    }

    private static List<Epoch> epochsOf(ModelEntry entry) {
        List<LocalDate> changes = entry.changes();
        List<Epoch> epochs = new ArrayList<>();
        Optional<LocalDate> first = entry.hasOpenStart() ? Optional.of(PriceBook.SINCE_EVER) : Optional.empty();
        epochs.add(new Epoch(Long.MIN_VALUE, first, entry.contextBands(LocalDate.MIN)));
        for (LocalDate day : changes) {
            long start = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            epochs.add(new Epoch(start, Optional.of(day), entry.contextBands(day)));
        }
        return List.copyOf(epochs);
    }

    Optional<ModelEntry> entry() {
        return entry;
    }

    /// Why there is no entry.
    String missing() {
        return missing;
    }

    /// Whether the provider was inferred from the model.
    boolean inferred() {
        return inferred;
    }

    Optional<PriceRow> row(Tier tier, TokenKind kind, String band, LocalDate day) {
        Optional<Routing> surcharge =
                meaning(day).map(Meaning::routing).filter(Optional::isPresent).orElse(routing);
        return entry.flatMap(model -> model.row(tier, kind, band, day))
                .map(row -> surcharge.map(factor -> factor.on(row)).orElse(row));
    }

    /// The model that the name stood for on a day: for most names the entry itself.
    Optional<ModelEntry> entry(LocalDate day) {
        return meaning(day).map(Meaning::target).or(() -> entry);
    }

    private Optional<Meaning> meaning(LocalDate day) {
        return meanings.stream().filter(each -> each.days().contains(day)).findFirst();
    }

    /// The one model that the name stood for on all of these days; the entry itself where there is none.
    ///
    /// @param days with both ends
    Optional<ModelEntry> entry(PriceRow.Validity days) {
        return meanings.stream()
                .filter(each -> each.days().covers(days))
                .map(Meaning::target)
                .findFirst()
                .or(() -> entry);
    }

    @Override
    public String band(Instant start, long inputTokens) {
        if (entry.isEmpty()) {
            return RatingScheme.BASE;
        }
        if (entry.get().hours().isPresent()) {
            return entry.get().hours().get().band(start);
        }
        for (ContextBand band : at(start).bands()) {
            if (inputTokens >= band.lowest()) {
                return band.name();
            }
        }
        return RatingScheme.BASE;
    }

    @Override
    public Optional<LocalDate> epoch(Instant start) {
        return entry.isEmpty() ? Optional.empty() : at(start).day();
    }

    private Epoch at(Instant start) {
        long second = start.getEpochSecond();
        int last = epochs.size() - 1;
        while (epochs.get(last).start() > second) {
            last--;
        }
        return epochs.get(last);
    }
}
