package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Money;

/// Reads the cost export of Anthropic's Console (`claude_api_cost_2026_08.csv`) with any of its headers, which have
/// grown since 2024. Amounts are dollars rounded to cents a row, so that they differ from the cost report by up to half
/// a cent a row. What `list_price_usd` exceeds `cost_usd` by is a negotiated discount.
final class AnthropicConsoleCostsFormat implements BillingFormat {
    private static final FieldTable<BillField> TABLE = FieldTable.<BillField>builder()
            .field(BillField.PERIOD_START, "usage_date_utc")
            .field(BillField.BILLED_COST, "cost_usd")
            .field(BillField.LIST_COST, "list_price_usd")
            .field(BillField.SKU, "model")
            .field(BillField.SKU_METER, "token_type")
            .field(BillField.SERVICE_TIER, "usage_type")
            .field(BillField.USAGE_TYPE, "speed")
            .field(BillField.SERVICE, "cost_type")
            .build();

    @Override
    public String id() {
        return "anthropic-console-costs";
    }

    @Override
    public String title() {
        return "Anthropic Console cost export (CSV)";
    }

    @Override
    public String url() {
        return "https://platform.claude.com/cost";
    }

    @Override
    public boolean claims(Head head) {
        return head.has("usage_date_utc", "cost_usd");
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        Money billed = new Money(Charges.amount(row), Money.USD);
        sink.charge(Charges.of(row, AnthropicMeter.of(row), billed));
    }
}
