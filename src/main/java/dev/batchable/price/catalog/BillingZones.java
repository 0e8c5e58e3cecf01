package dev.batchable.price.catalog;

import dev.batchable.record.Providers;
import java.time.ZoneId;
import java.util.Map;

/// In which zone a biller's day begins.
///
/// Google Cloud bills days of US Pacific time (<https://cloud.google.com/billing/docs/how-to/reports>). UTC days are
/// documented for OpenAI (<https://platform.openai.com/docs/api-reference/usage/costs>), Anthropic
/// (<https://platform.claude.com/docs/en/api/usage-cost-api>), AWS (times of the Cost and Usage Report,
/// <https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html>) and Azure
/// (<https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields>); FOCUS asks
/// for UTC of everybody. Of all others UTC is assumed.
public final class BillingZones {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Map<String, ZoneId> OTHERS = Map.of(Providers.VERTEX, PACIFIC, Providers.GEMINI, PACIFIC);

    private BillingZones() {}

    /// @param provider canonical name
    public static ZoneId of(String provider) {
        return OTHERS.getOrDefault(provider, UTC);
    }
}
