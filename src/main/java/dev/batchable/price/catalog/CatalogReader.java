package dev.batchable.price.catalog;

import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Money;
import dev.batchable.record.Providers;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads price files of our own schema, `batchable-prices/1` (`docs/prices.md`): one provider, its models, and
/// per model a list of price sheets. A sheet is what holds for some tiers and one band over some days; each of
/// its prices becomes a [PriceRow].
final class CatalogReader {
    static final String SCHEMA = "batchable-prices/1";
    private static final Set<String> TOP = Set.of(
            "schema",
            "provider",
            "first_party",
            "currency",
            "observed_at",
            "sources",
            "tiers",
            "routings",
            "hours",
            "aliases",
            "models");
    private static final Set<String> MODEL =
            Set.of("model", "provider", "names", "prices", "source", "routings", "not_offered", "note");
    private static final Set<String> SHEET = Set.of(
            "tier",
            "band",
            "from",
            "until",
            "input",
            "cache_read",
            "cache_write_5m",
            "cache_write_1h",
            "output",
            "currency",
            "source",
            "note");
    private static final Map<String, TokenKind> KINDS = kinds();

    private final SourceTable sources;
    private final ProviderRules rules;
    private final String provider;
    private final String currency;

    private CatalogReader(JsonPlace file, SourceTable sources) throws PriceFileException {
        this.sources = sources;
        this.provider = provider(file).orElse("");
        this.currency = currency(file).orElse(Money.USD);
        this.rules = ProviderRules.read(file, sources);
    }

    /// @param name of the file, the source of sheets that name none
    static Catalog read(JsonPlace file, String name) throws PriceFileException {
        file.only(TOP);
        CatalogReader reader = new CatalogReader(file, SourceTable.read(file, name));
        List<ModelEntry> models = reader.models(file);
        Map<String, Catalog.ProviderEntry> providers = new LinkedHashMap<>();
        if (!reader.provider.isEmpty()) {
            providers.put(reader.provider, reader.rules.entry());
        }
        return new Catalog(models, providers, false);
    }

    private List<ModelEntry> models(JsonPlace file) throws PriceFileException {
        Map<String, List<Alias>> aliases = new AliasReader(provider, sources).read(file);
        List<ModelEntry> models = new ArrayList<>();
        for (JsonPlace place : file.required("models", "a list of models").elements()) {
            ModelEntry entry = model(place);
            models.add(entry.meaning(
                    Optional.ofNullable(aliases.remove(entry.model())).orElse(List.of())));
        }
        int declared = models.size();
        aliases.forEach((alias, targets) -> models.add(ModelEntry.alias(provider, alias, targets)));
        refuseTwice(models, declared);
        return models;
    }

    private static void refuseTwice(List<ModelEntry> models, int declared) throws PriceFileException {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < models.size(); i++) {
            String path = i < declared ? "models[" + i + "]" : "aliases";
            for (String key : models.get(i).names()) {
                String other = seen.putIfAbsent(models.get(i).provider() + "/" + key, path);
                if (other != null) {
                    throw new PriceFileException(
                            path,
                            "the name '" + key + "', which " + other + " has too",
                            "every name once per provider");
                }
            }
        }
    }

    private ModelEntry model(JsonPlace model) throws PriceFileException {
        model.only(MODEL);
        String name = model.required("model", "the model's name").text();
        Optional<String> named = provider(model);
        String owner = named.orElse(provider);
        if (owner.isEmpty()) {
            throw new PriceFileException(model.path(), "no 'provider', here or at the top level", "such as openai");
        }
        List<String> keys = new ArrayList<>(List.of(ModelName.key(name)));
        for (JsonPlace alias : elementsOf(model, "names")) {
            keys.add(ModelName.key(alias.text()));
        }
        List<PriceRow> rows = new ArrayList<>();
        for (JsonPlace sheet : elementsOf(model, "prices")) {
            addRows(sheet, new Owner(owner, name, sources.of(model).orElse(sources.fallback())), rows);
        }
        refuseOverlaps(rows, model);
        return new ModelEntry(
                owner,
                name,
                keys.stream().distinct().toList(),
                rows,
                rules.refusals(model),
                rules.routings(model),
                rules.hours(),
                List.of());
    }

    /// Whose sheet it is, and where it was read unless it says otherwise.
    private record Owner(String provider, String model, Source source) {}

    private void addRows(JsonPlace sheet, Owner owner, List<PriceRow> rows) throws PriceFileException {
        sheet.only(SHEET);
        String band = band(sheet);
        PriceRow.Validity validity = validity(sheet);
        Source source = sources.of(sheet).orElse(owner.source());
        String unit = currency(sheet).orElse(currency);
        Optional<String> note = sheet.text("note");
        int before = rows.size();
        for (Tier tier : tiers(sheet)) {
            for (Map.Entry<String, TokenKind> kind : KINDS.entrySet()) {
                Optional<JsonPlace> price = sheet.child(kind.getKey());
                if (price.isPresent()) {
                    PriceRow.Subject subject =
                            new PriceRow.Subject(owner.provider(), owner.model(), tier, kind.getValue(), band);
                    BigDecimal amount = price.get().price();
                    rows.add(new PriceRow(id(subject, validity.from()), subject, amount, unit, validity, source, note));
                }
            }
        }
        if (rows.size() == before) {
            throw new PriceFileException(
                    sheet.path(), "no price", "at least one of " + String.join(", ", KINDS.keySet()));
        }
    }

    static String id(PriceRow.Subject subject, Optional<LocalDate> from) {
        return String.join(
                "/",
                subject.provider(),
                subject.model(),
                subject.tier().id(),
                subject.band(),
                subject.kind().id(),
                from.map(LocalDate::toString).orElse("always"));
    }

    private static void refuseOverlaps(List<PriceRow> rows, JsonPlace model) throws PriceFileException {
        Map<PriceRow.Subject, List<PriceRow>> bySubject = new LinkedHashMap<>();
        for (PriceRow row : rows) {
            List<PriceRow> others = bySubject.computeIfAbsent(row.subject(), key -> new ArrayList<>());
            for (PriceRow other : others) {
                if (row.validity().overlaps(other.validity())) {
                    throw new PriceFileException(
                            model.path(),
                            "two prices for the same days, " + other.id() + " and " + row.id(),
                            "an 'until' (the day after the last) on the older one");
                }
            }
            others.add(row);
        }
    }

    private static List<Tier> tiers(JsonPlace sheet) throws PriceFileException {
        JsonPlace value = sheet.required("tier", "standard, priority, batch or flex");
        List<Tier> tiers = new ArrayList<>();
        for (JsonPlace tier : value.node().isArray() ? value.elements() : List.of(value)) {
            tiers.add(tier(tier));
        }
        return tiers;
    }

    static Tier tier(JsonPlace place) throws PriceFileException {
        String text = place.text();
        for (Tier tier : List.of(Tier.STANDARD, Tier.PRIORITY, Tier.BATCH, Tier.FLEX)) {
            if (tier.id().equals(text)) {
                return tier;
            }
        }
        throw place.wrong("standard, priority, batch or flex");
    }

    private static String band(JsonPlace sheet) throws PriceFileException {
        String band = sheet.text("band").orElse(RatingScheme.BASE);
        boolean known = Set.of(RatingScheme.BASE, Hours.PEAK, Hours.OFF_PEAK).contains(band);
        if (!known && ContextBand.parse(band).isEmpty()) {
            throw new PriceFileException(
                    sheet.path() + ".band", "'" + band + "'", "base, peak, off-peak or a prompt length such as >200k");
        }
        return band;
    }

    static PriceRow.Validity validity(JsonPlace sheet) throws PriceFileException {
        Optional<LocalDate> from = sheet.date("from");
        Optional<LocalDate> until = sheet.date("until");
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new PriceFileException(
                    sheet.path(), "from " + from.get() + " until " + until.get(), "an 'until' after the 'from'");
        }
        return new PriceRow.Validity(from, until);
    }

    private static Optional<String> provider(JsonPlace place) throws PriceFileException {
        return place.text("provider").flatMap(Providers::canonical);
    }

    private static Optional<String> currency(JsonPlace place) throws PriceFileException {
        Optional<String> currency = place.text("currency").map(code -> code.toUpperCase(Locale.ROOT));
        if (currency.isPresent() && !currency.get().matches("[A-Z]{3}")) {
            throw new PriceFileException(
                    place.path() + ".currency", "'" + currency.get() + "'", "three letters such as USD");
        }
        return currency;
    }

    static List<JsonPlace> elementsOf(JsonPlace place, String field) throws PriceFileException {
        Optional<JsonPlace> list = place.child(field);
        return list.isEmpty() ? List.of() : list.get().elements();
    }

    private static Map<String, TokenKind> kinds() {
        Map<TokenKind, String> fields = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            fields.put(kind, kind.id().replace('-', '_'));
        }
        Map<String, TokenKind> kinds = new LinkedHashMap<>();
        fields.forEach((kind, field) -> kinds.put(field, kind));
        return kinds;
    }
}
