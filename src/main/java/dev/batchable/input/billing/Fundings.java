package dev.batchable.input.billing;

import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.Funding;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What pays for a charge, read from the column in which each bill says so. Where there is no such column or cell, a
/// charge is on demand.
final class Fundings {
    /// <https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html>; the negation takes back what the plan
    /// covers, so the two belong together.
    private static final Set<String> COVERED_ON_AWS =
            Set.of("discountedusage", "savingsplancoveredusage", "savingsplannegation", "savingsplanrecurringfee");
    /// PricingModel
    /// (<https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields>).
    private static final Set<String> COMMITTED_ON_AZURE =
            Set.of("reservation", "savingsplan", "unusedreservation", "unusedsavingsplan");
    /// credits.type (<https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage>).
    private static final String COMMITTED_ON_GOOGLE = "committed_usage_discount";
    private static final Set<String> CREDITS_ON_GOOGLE = Set.of("promotion", "free_tier", "subscription_benefit");

    private Fundings() {}

    /// By FOCUS: a commitment is named, or the pricing category is `Committed`.
    static Funding ofFocus(Row<BillField> row) {
        boolean named = row.text(BillField.COMMITMENT).isPresent();
        boolean committed = row.text(BillField.PRICING_MODEL)
                .filter("committed"::equalsIgnoreCase)
                .isPresent();
        return named || committed ? Funding.COMMITTED : Funding.ON_DEMAND;
    }

    static Funding ofAws(Row<BillField> row) {
        return has(row, BillField.CATEGORY, COVERED_ON_AWS) ? Funding.COMMITTED : Funding.ON_DEMAND;
    }

    static Funding ofAzure(Row<BillField> row) {
        boolean committed = has(row, BillField.PRICING_MODEL, COMMITTED_ON_AZURE)
                || has(row, BillField.CATEGORY, COMMITTED_ON_AZURE);
        return committed ? Funding.COMMITTED : Funding.ON_DEMAND;
    }

    /// Discounts lower the rate and stay in it; committed use and promotions do not.
    static Funding ofGoogle(Row<BillField> row) {
        List<String> types = row.list(BillField.CREDIT_TYPES).stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (types.stream().anyMatch(type -> type.startsWith(COMMITTED_ON_GOOGLE))) {
            return Funding.COMMITTED;
        }
        return types.stream().anyMatch(CREDITS_ON_GOOGLE::contains) ? Funding.CREDIT : Funding.ON_DEMAND;
    }

    private static boolean has(Row<BillField> row, BillField field, Set<String> values) {
        return row.text(field)
                .map(text -> text.replace(" ", "").toLowerCase(Locale.ROOT))
                .filter(values::contains)
                .isPresent();
    }
}
