package dev.batchable.checklist.evidence;

import dev.batchable.price.catalog.TierRule;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Tier;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BiFunction;

/// How the questions are put.
///
/// @param dataMinimum whether observed answers need 30 calls on 3 days, or three runs; switched off only to
///     evaluate the signals themselves
/// @param zone zone of the days and hours in evidence
/// @param asOf day whose exchange rates hold
/// @param currency the report's currency, in which all savings are
/// @param tierRules what is documented of a tier for a model: `prices::rule`
public record ChecklistSettings(
        boolean dataMinimum,
        ZoneId zone,
        LocalDate asOf,
        String currency,
        BiFunction<RatingKey.ModelRef, Tier, TierRule> tierRules) {
    public ChecklistSettings withoutDataMinimum() {
        return new ChecklistSettings(false, zone, asOf, currency, tierRules);
    }
}
