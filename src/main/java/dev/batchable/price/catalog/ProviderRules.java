package dev.batchable.price.catalog;

import dev.batchable.record.Operation;
import dev.batchable.record.Tier;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a price file says of a provider as a whole: tiers, routing surcharges, hours.
record ProviderRules(
        Catalog.ProviderEntry entry, Map<String, Routing> byName, Optional<Hours> hours, SourceTable sources) {
    private static final Set<String> TIER = Set.of(
            "offered",
            "reason",
            "endpoint",
            "behaviour",
            "window",
            "expiry",
            "min_requests",
            "max_requests",
            "max_bytes",
            "queue",
            "quota",
            "operations",
            "stacking",
            "hit_retention",
            "result_retention",
            "source");
    private static final Set<String> QUEUE = Set.of("level", "models", "unit", "most", "source");
    private static final Set<String> ROUTING = Set.of("regions", "factor", "source");
    private static final Set<String> PHASE = Set.of("from", "days", "peak", "except");

    static ProviderRules read(JsonPlace file, SourceTable sources) throws PriceFileException {
        Map<Tier, TierRule> rules = new EnumMap<>(Tier.class);
        for (Map.Entry<String, JsonPlace> field : fieldsOf(file, "tiers")) {
            rules.put(tierNamed(field), rule(field.getValue(), sources));
        }
        Map<String, Routing> routings = new HashMap<>();
        for (Map.Entry<String, JsonPlace> field : fieldsOf(file, "routings")) {
            routings.put(field.getKey(), routing(field.getKey(), field.getValue(), sources));
        }
        boolean firstParty = file.flag("first_party", false);
        Catalog.ProviderEntry entry = new Catalog.ProviderEntry(firstParty, rules, file.date("observed_at"));
        return new ProviderRules(entry, routings, hours(file), sources);
    }

    private static Tier tierNamed(Map.Entry<String, JsonPlace> field) throws PriceFileException {
        for (Tier tier : List.of(Tier.PRIORITY, Tier.BATCH, Tier.FLEX)) {
            if (tier.id().equals(field.getKey())) {
                return tier;
            }
        }
        throw new PriceFileException(field.getValue().path(), "'" + field.getKey() + "'", "priority, batch or flex");
    }

    private static TierRule rule(JsonPlace place, SourceTable sources) throws PriceFileException {
        place.only(TIER);
        Source source = sources.of(place).orElse(sources.fallback());
        if (!place.flag("offered", true)) {
            return new TierRule.NotOffered(
                    place.required("reason", "why it is not offered").text(), source);
        }
        return new TierRule.Offered(
                place.required("endpoint", "a path or request parameter").text(),
                new TierRule.Completion(
                        choice(place, "behaviour", TierRule.Behaviour.class, Optional.empty()),
                        duration(place.required("window", "such as PT24H")),
                        choice(place, "expiry", TierRule.Expiry.class, Optional.of(TierRule.Expiry.NOT_DOCUMENTED))),
                new TierRule.JobLimits(
                        count(place, "min_requests"),
                        count(place, "max_requests"),
                        count(place, "max_bytes"),
                        queue(place, sources, source)),
                choice(place, "quota", TierRule.Quota.class, Optional.of(TierRule.Quota.NOT_DOCUMENTED)),
                operations(place),
                cacheRule(place),
                optionalDuration(place, "result_retention"),
                source);
    }

    private static List<QueueCap> queue(JsonPlace tier, SourceTable sources, Source otherwise)
            throws PriceFileException {
        List<QueueCap> caps = new ArrayList<>();
        for (JsonPlace cap : CatalogReader.elementsOf(tier, "queue")) {
            cap.only(QUEUE);
            Set<String> models = new HashSet<>();
            for (JsonPlace model : CatalogReader.elementsOf(cap, "models")) {
                models.add(model.text().toLowerCase(Locale.ROOT));
            }
            caps.add(new QueueCap(
                    cap.required("level", "the account it holds for").text(),
                    models,
                    choice(cap, "unit", QueueCap.Unit.class, Optional.empty()),
                    count(cap, "most"),
                    sources.of(cap).orElse(otherwise)));
        }
        return List.copyOf(caps);
    }

    private static TierRule.CacheRule cacheRule(JsonPlace place) throws PriceFileException {
        TierRule.Stacking stacking =
                choice(place, "stacking", TierRule.Stacking.class, Optional.of(TierRule.Stacking.NOT_DOCUMENTED));
        List<JsonPlace> ends = CatalogReader.elementsOf(place, "hit_retention");
        if (ends.isEmpty()) {
            return new TierRule.CacheRule(stacking, Optional.empty());
        }
        if (ends.size() != 2) {
            throw place.required("hit_retention", "two shares").wrong("two shares such as [\"0.3\", \"0.98\"]");
        }
        TierRule.HitRange range =
                new TierRule.HitRange(ends.get(0).price(), ends.get(1).price());
        return new TierRule.CacheRule(stacking, Optional.of(range));
    }

    private static Set<Operation> operations(JsonPlace place) throws PriceFileException {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (JsonPlace operation : CatalogReader.elementsOf(place, "operations")) {
            operations.add(constant(operation, Operation.class));
        }
        return operations;
    }

    private static Routing routing(String name, JsonPlace place, SourceTable sources) throws PriceFileException {
        place.only(ROUTING);
        List<String> regions = new ArrayList<>();
        for (JsonPlace region :
                place.required("regions", "a list of region names").elements()) {
            regions.add(region.text().toLowerCase(Locale.ROOT));
        }
        BigDecimal factor = place.required("factor", "a factor such as \"1.1\"").price();
        return new Routing(name, regions, factor, sources.of(place).orElse(sources.fallback()));
    }

    private static Optional<Hours> hours(JsonPlace file) throws PriceFileException {
        List<Hours.Phase> phases = new ArrayList<>();
        for (JsonPlace phase : CatalogReader.elementsOf(file, "hours")) {
            phase.only(PHASE);
            Instant from = phase.required("from", "an instant").parsed(Instant::parse, "such as 2026-08-16T16:00:00Z");
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (JsonPlace day : phase.required("days", "a list of weekdays").elements()) {
                days.add(constant(day, DayOfWeek.class));
            }
            phases.add(new Hours.Phase(from, days, spans(phase), dates(phase)));
        }
        return phases.isEmpty() ? Optional.empty() : Optional.of(new Hours(phases));
    }

    private static List<Hours.Span> spans(JsonPlace phase) throws PriceFileException {
        List<Hours.Span> spans = new ArrayList<>();
        for (JsonPlace span : phase.required("peak", "a list of spans").elements()) {
            spans.add(span.parsed(
                    text -> {
                        String[] ends = text.split("-", 2);
                        if (ends.length != 2) {
                            throw new IllegalArgumentException(text);
                        }
                        return new Hours.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
                    },
                    "a span in UTC such as 01:00-04:00"));
        }
        return spans;
    }

    private static Set<LocalDate> dates(JsonPlace phase) throws PriceFileException {
        Set<LocalDate> dates = new HashSet<>();
        for (JsonPlace day : CatalogReader.elementsOf(phase, "except")) {
            dates.add(day.parsed(LocalDate::parse, "a date such as 2026-10-01"));
        }
        return dates;
    }

    /// Tiers that the file says are not offered for one model.
    Map<Tier, TierRule.NotOffered> refusals(JsonPlace model) throws PriceFileException {
        Source source = sources.of(model).orElse(sources.fallback());
        Map<Tier, TierRule.NotOffered> refusals = new EnumMap<>(Tier.class);
        for (Map.Entry<String, JsonPlace> field : fieldsOf(model, "not_offered")) {
            refusals.put(
                    tierNamed(field), new TierRule.NotOffered(field.getValue().text(), source));
        }
        return refusals;
    }

    /// The surcharges that a model refers to by name.
    List<Routing> routings(JsonPlace model) throws PriceFileException {
        List<Routing> routings = new ArrayList<>();
        for (JsonPlace name : CatalogReader.elementsOf(model, "routings")) {
            Routing routing = byName.get(name.text());
            if (routing == null) {
                throw name.wrong("a key of 'routings'");
            }
            routings.add(routing);
        }
        return routings;
    }

    private static List<Map.Entry<String, JsonPlace>> fieldsOf(JsonPlace place, String field)
            throws PriceFileException {
        Optional<JsonPlace> child = place.child(field);
        return child.isEmpty() ? List.of() : child.get().fields();
    }

    private static OptionalLong count(JsonPlace place, String field) throws PriceFileException {
        Optional<Long> count = place.count(field);
        return count.isPresent() ? OptionalLong.of(count.get()) : OptionalLong.empty();
    }

    private static Duration duration(JsonPlace place) throws PriceFileException {
        return place.parsed(Duration::parse, "a duration such as PT24H");
    }

    private static Optional<Duration> optionalDuration(JsonPlace place, String field) throws PriceFileException {
        Optional<JsonPlace> child = place.child(field);
        return child.isEmpty() ? Optional.empty() : Optional.of(duration(child.get()));
    }

    private static <E extends Enum<E>> E choice(JsonPlace place, String field, Class<E> type, Optional<E> otherwise)
            throws PriceFileException {
        Optional<JsonPlace> child = place.child(field);
        if (child.isEmpty() && otherwise.isPresent()) {
            return otherwise.get();
        }
        return constant(place.required(field, "one of " + names(type)), type);
    }

    private static <E extends Enum<E>> E constant(JsonPlace place, Class<E> type) throws PriceFileException {
        String text = place.text();
        for (E constant : type.getEnumConstants()) {
            if (spelling(constant).equals(text)) {
                return constant;
            }
        }
        throw place.wrong("one of " + names(type));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(spelling(constant));
        }
        return String.join(", ", names);
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
