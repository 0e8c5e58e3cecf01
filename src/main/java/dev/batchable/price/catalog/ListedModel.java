package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One model of the book with all that is known of it, for people who look it up.
///
/// @param names further exact names, as keys: lower case, hyphens between words
/// @param meanings what the name stood for, where it moves
/// @param calledBy names that stood for this model on some days
/// @param rows in order of precedence; of a moving name those of what it stood for
/// @param tiers what is documented of each tier beside standard
/// @param surcharges for calls kept in a region
/// @param hours peak hours, where prices know any
public record ListedModel(
        String provider,
        String model,
        List<String> names,
        List<Alias> meanings,
        List<Nickname> calledBy,
        List<PriceRow> rows,
        Map<Tier, TierRule> tiers,
        List<Routing> surcharges,
        Optional<Hours> hours) {
    public ListedModel {
        names = List.copyOf(names);
        meanings = List.copyOf(meanings);
        calledBy = List.copyOf(calledBy);
        rows = List.copyOf(rows);
        tiers = Map.copyOf(tiers);
        surcharges = List.copyOf(surcharges);
    }

    /// What is documented of a tier; empty for the standard tier.
    public Optional<TierRule> rule(Tier tier) {
        return Optional.ofNullable(tiers.get(tier));
    }

    /// A moving name that stood for a model, with its days.
    public record Nickname(String name, Alias meaning) {}

    /// `provider/model`.
    public String name() {
        return provider + "/" + model;
    }

    /// The row in force on a day; of several the first.
    public Optional<PriceRow> row(Tier tier, TokenKind kind, String band, LocalDate day) {
        return rows.stream()
                .filter(row -> row.subject().tier() == tier
                        && row.subject().kind() == kind
                        && row.subject().band().equals(band)
                        && row.validity().contains(day))
                .findFirst();
    }
}
