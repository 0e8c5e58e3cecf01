package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Money;
import java.util.List;
import java.util.Set;

/// Reads Anthropic's `cost_report` in JSON: pages, several of them one behind the other or in an array, their `data`
/// arrays, lines of buckets, and flattened results.
///
/// `amount` is in **cents**, a decimal text: `"123.45"` is 1.2345 dollars. What a charge is for is told only where the
/// report was grouped by description. The Priority Tier is not in it.
final class AnthropicCostsFormat implements BillingFormat {
    private static final Nesting PAGES = new Nesting(List.of(Set.of("data"), Set.of("results")));
    private static final int CENTS = 2;

    private static final FieldTable<BillField> TABLE = FieldTable.<BillField>builder()
            .field(BillField.PERIOD_START, "starting_at")
            .field(BillField.PERIOD_END, "ending_at")
            .field(BillField.BILLED_COST, "amount")
            .field(BillField.CURRENCY, "currency")
            .field(BillField.DESCRIPTION, "description")
            .field(BillField.SKU, "model")
            .field(BillField.SKU_METER, "token_type")
            .field(BillField.SERVICE_TIER, "service_tier")
            .field(BillField.USAGE_TYPE, "speed")
            .field(BillField.SERVICE, "cost_type")
            .build();

    @Override
    public String id() {
        return "anthropic-costs";
    }

    @Override
    public String title() {
        return "Anthropic cost report (Admin API, JSON)";
    }

    @Override
    public String url() {
        return "https://platform.claude.com/docs/en/api/admin/cost_report";
    }

    @Override
    public boolean claims(Head head) {
        Set<String> seen = PAGES.seenByUnits(head);
        return head.shape() != Head.Shape.CSV
                && seen.containsAll(Set.of("starting_at", "ending_at", "amount", "currency"))
                && (seen.contains("cost_type") || seen.contains("token_type"));
    }

    @Override
    public Nesting nesting() {
        return PAGES;
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        Money billed = new Money(Charges.amount(row).movePointLeft(CENTS), Charges.currency(row));
        sink.charge(Charges.of(row, AnthropicMeter.of(row), billed));
    }
}
