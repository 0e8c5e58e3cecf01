package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the rows of Cloud Billing's export tables in BigQuery, standard or detailed, as JSON: what `bq extract` and
/// `bq query` write, numbers as numbers or as text.
///
/// Billed is the cost plus all credits of the row, which are negative. They are an array: a file without arrays repeats
/// the cost for each credit and is not read, see the refusals.
final class GcpBigQueryFormat implements BillingFormat {
    private static final FieldTable<BillField> FIELDS = FieldTable.<BillField>builder()
            .field(BillField.BILLED_COST, "cost")
            .field(BillField.CREDITS, "credits." + FieldTable.EACH + ".amount")
            .field(BillField.CREDIT_TYPES, "credits." + FieldTable.EACH + ".type")
            .field(BillField.CREDIT_NAMES, "credits." + FieldTable.EACH + ".name")
            .field(BillField.LIST_COST, "cost_at_list")
            .field(BillField.CURRENCY, "currency")
            .field(BillField.PERIOD_START, "usage_start_time")
            .field(BillField.PERIOD_END, "usage_end_time")
            .field(BillField.CATEGORY, "cost_type")
            .field(BillField.CHARGE_CLASS, "adjustment_info.type")
            .field(BillField.SERVICE, "service.description")
            .field(BillField.DESCRIPTION, "sku.description")
            .field(BillField.CONSUMED_QUANTITY, "usage.amount_in_pricing_units")
            .field(BillField.CONSUMED_UNIT, "usage.pricing_unit")
            .build();

    private static final String REGULAR = "regular";
    private static final Map<String, ChargeCategory> CATEGORIES =
            Map.of(REGULAR, ChargeCategory.USAGE, "tax", ChargeCategory.TAX);
    private static final String CORRECTION = "_CORRECTION";

    @Override
    public String id() {
        return "gcp-bigquery";
    }

    @Override
    public String title() {
        return "Google Cloud Billing export to BigQuery, as JSON lines";
    }

    @Override
    public String url() {
        return "https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables";
    }

    @Override
    public boolean claims(Head head) {
        return head.shape() != Head.Shape.CSV
                && head.has("billing_account_id", "usage_start_time", "cost", "sku.description")
                && !head.has("credits.amount");
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return FIELDS;
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        String type = row.text(BillField.CATEGORY).orElse(REGULAR).toLowerCase(Locale.ROOT);
        ChargeCategory category = CATEGORIES.getOrDefault(type, ChargeCategory.ADJUSTMENT);
        BillingLine line = new BillingLine(
                Cells.date(row, BillField.PERIOD_START, "usage_start_time"),
                Cells.date(row, BillField.PERIOD_END, "usage_end_time"),
                category,
                row.text(BillField.CHARGE_CLASS)
                        .filter(kind -> kind.endsWith(CORRECTION))
                        .isPresent(),
                Fundings.ofGoogle(row),
                meter(row, category),
                billed(row),
                row.decimal(BillField.LIST_COST),
                Optional.empty());
        sink.charge(line.discountedBy(Discounts.ofGoogle(row, Cells.billed(row, "cost", "currency"))));
    }

    private static Meter meter(Row<BillField> row, ChargeCategory category) throws BadValueException {
        return GcpSku.read(
                category,
                row.text(BillField.SERVICE),
                row.text(BillField.DESCRIPTION),
                ChargeTexts.Quantity.in(row, BillField.CONSUMED_QUANTITY, BillField.CONSUMED_UNIT));
    }

    private static Money billed(Row<BillField> row) throws BadValueException {
        Money cost = Cells.billed(row, "cost", "currency");
        BigDecimal net = cost.amount();
        for (BigDecimal credit : row.decimals(BillField.CREDITS)) {
            net = net.add(credit);
        }
        return new Money(net, cost.currency());
    }
}
