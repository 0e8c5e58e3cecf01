package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.record.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From which length and for how long a provider's prompt cache keeps the beginning of a prompt.
///
/// A model that is not listed has what holds for its provider, with the longest minimum; a provider that is not
/// listed has no answer, whatever it charges for cached tokens.
public final class PromptCaches {
    private static final Set<String> FIELDS =
            Set.of("providers", "models", "minimum", "minutes", "hour", "automatic", "assumed", "source");
    private static final long HOUR = 60;

    private final PriceBook book;
    private final Map<String, Cache> byProvider = new HashMap<>();
    private final Map<Resolution, Cache> byModel = new HashMap<>();

    /// What is documented of a cache.
    ///
    /// @param minimum tokens; shorter beginnings are not cached
    /// @param automatic whether the provider caches unasked; else callers mark what to cache
    /// @param lifetimes at least one
    public record Cache(long minimum, boolean automatic, List<Lifetime> lifetimes, Source source) {
        public Cache {
            lifetimes = List.copyOf(lifetimes);
        }
    }

    /// How long an entry lives after its last use.
    ///
    /// @param write what writing it is charged as; plain input where the provider has no price for writes
    /// @param minutes the longest that is documented without a request for more
    /// @param assumed where no page tells the minutes
    public record Lifetime(TokenKind write, long minutes, boolean assumed) {}

    private PromptCaches(PriceBook book) {
        this.book = book;
    }

    /// What this version of batchable knows.
    ///
    /// @param book tells which model a name stands for
    public static PromptCaches embedded(PriceBook book) {
        PromptCaches caches = new PromptCaches(book);
        EmbeddedTable.read("prompt-caches.json", caches::read);
        return caches;
    }

    /// The cache of a model; empty where nothing is known of the model or of its provider's cache.
    public Optional<Cache> of(ModelRef model) {
        return book.resolve(model)
                .flatMap(found -> Optional.ofNullable(
                                byModel.get(new Resolution(found.provider(), found.model(), false)))
                        .or(() -> Optional.ofNullable(byProvider.get(found.provider()))));
    }

    private void read(JsonPlace file, SourceTable sources) throws PriceFileException {
        for (JsonPlace entry : CatalogReader.elementsOf(file, "caches")) {
            Cache cache = cache(entry.only(FIELDS), sources);
            List<JsonPlace> models = CatalogReader.elementsOf(entry, "models");
            for (JsonPlace provider : CatalogReader.elementsOf(entry, "providers")) {
                if (models.isEmpty()) {
                    byProvider.put(provider.text(), cache);
                }
                for (JsonPlace model : models) {
                    byModel.put(EmbeddedTable.canonical(book, provider.text(), model.text()), cache);
                }
            }
        }
    }

    private static Cache cache(JsonPlace entry, SourceTable sources) throws PriceFileException {
        List<Lifetime> lifetimes = new ArrayList<>();
        lifetimes.add(new Lifetime(
                TokenKind.CACHE_WRITE_5M, entry.count("minutes").orElseThrow(), entry.flag("assumed", false)));
        if (entry.flag("hour", false)) {
            lifetimes.add(new Lifetime(TokenKind.CACHE_WRITE_1H, HOUR, false));
        }
        Source source = sources.of(entry).orElse(sources.fallback());
        return new Cache(entry.count("minimum").orElseThrow(), entry.flag("automatic", false), lifetimes, source);
    }
}
