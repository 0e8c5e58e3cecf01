package dev.batchable.price.catalog;

import dev.batchable.profile.RatingScheme;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything the book holds of one model at one provider.
///
/// @param names keys under which it is found, the canonical name's key among them
/// @param rows in order of precedence: of several in force the first counts
/// @param refused tiers the provider is documented not to offer for this model
/// @param aliases which models the name stood for, where it moves; see [Aliases]
record ModelEntry(
        String provider,
        String model,
        List<String> names,
        List<PriceRow> rows,
        Map<Tier, TierRule.NotOffered> refused,
        List<Routing> routings,
        Optional<Hours> hours,
        List<Alias> aliases) {
    ModelEntry {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
        refused = Map.copyOf(refused);
        routings = List.copyOf(routings);
        aliases = List.copyOf(aliases);
    }

    /// A name without rows of its own.
    static ModelEntry alias(String provider, String name, List<Alias> targets) {
        return new ModelEntry(
                provider,
                name,
                List.of(ModelName.key(name)),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                targets);
    }

    ModelEntry meaning(List<Alias> targets) {
        return new ModelEntry(provider, model, names, rows, refused, routings, hours, targets);
    }

    ModelEntry with(List<PriceRow> others) {
        return new ModelEntry(provider, model, names, others, refused, routings, hours, aliases);
    }

    String name() {
        return provider + "/" + model;
    }

    /// The row in force. A band that no row knows on that day has been dropped or was not there yet: the call
    /// is then an ordinary one.
    Optional<PriceRow> row(Tier tier, TokenKind kind, String band, LocalDate day) {
        String wanted = isInForce(band, day) ? band : RatingScheme.BASE;
        return rows.stream()
                .filter(row -> row.subject().tier() == tier
                        && row.subject().kind() == kind
                        && row.subject().band().equals(wanted)
                        && row.validity().contains(day))
                .findFirst();
    }

    private boolean isInForce(String band, LocalDate day) {
        return rows.stream()
                .anyMatch(row ->
                        row.subject().band().equals(band) && row.validity().contains(day));
    }

    /// The context bands in force on a day, longest prompts first.
    List<ContextBand> contextBands(LocalDate day) {
        return rows.stream()
                .filter(row -> row.validity().contains(day))
                .flatMap(row -> ContextBand.parse(row.subject().band()).stream())
                .distinct()
                .sorted((left, right) -> Long.compare(right.lowest(), left.lowest()))
                .toList();
    }

    /// Days on which some price of the model begins or ends, in order.
    List<LocalDate> changes() {
        return rows.stream()
                .map(PriceRow::validity)
                .flatMap(validity -> Stream.concat(validity.from().stream(), validity.until().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    boolean hasOpenStart() {
        return rows.stream().anyMatch(row -> row.validity().from().isEmpty());
    }

    /// This entry under the rows of an overlay. The overlay's rows count before these; those of an undated
    /// snapshot replace only what holds today, not the history that is closed. An overlay that names this very
    /// model extends it; one that names a dated version of it makes an entry of its own.
    ModelEntry under(ModelEntry overlay, boolean snapshot) {
        boolean same = names.contains(ModelName.key(overlay.model));
        Stream<String> kept = same ? names.stream() : Stream.empty();
        return new ModelEntry(
                provider,
                same ? model : overlay.model,
                Stream.concat(kept, overlay.names.stream()).distinct().toList(),
                rowsUnder(overlay.rows, snapshot),
                refusedUnder(overlay),
                overlay.routings.isEmpty() ? routings : overlay.routings,
                overlay.hours.or(() -> hours),
                overlay.aliases.isEmpty() ? aliases : overlay.aliases);
    }

    private List<PriceRow> rowsUnder(List<PriceRow> above, boolean snapshot) {
        Stream<PriceRow> closed =
                rows.stream().filter(row -> snapshot && row.validity().until().isPresent());
        Stream<PriceRow> others =
                rows.stream().filter(row -> !snapshot || row.validity().until().isEmpty());
        Set<String> taken = rows.stream().map(PriceRow::id).collect(Collectors.toUnmodifiableSet());
        Stream<PriceRow> own =
                above.stream().map(row -> taken.contains(row.id()) ? row.withId(row.id() + "/own") : row);
        return Stream.of(closed, own, others).flatMap(part -> part).toList();
    }

    private Map<Tier, TierRule.NotOffered> refusedUnder(ModelEntry overlay) {
        Map<Tier, TierRule.NotOffered> merged = new EnumMap<>(Tier.class);
        merged.putAll(refused);
        overlay.rows.forEach(row -> merged.remove(row.subject().tier()));
        merged.putAll(overlay.refused);
        return merged;
    }
}
