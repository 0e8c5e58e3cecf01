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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads bills in the FinOps Open Cost and Usage Specification, versions 1.0 to 1.4.
///
/// BilledCost is what counts; it alone sums to the invoice. Column names are compared without case, blanks and
/// underscores, because warehouses rename them (`BILLED_COST`). The `x_` columns are those of the AWS, Azure
/// and Google exports; see [MeterReader] for what is concluded from them.
final class FocusFormat implements BillingFormat {
    /// Every column in use, in order of preference within a field.
    private static final FieldTable<BillField> COLUMNS = FieldTable.<BillField>builder()
            .field(BillField.BILLED_COST, "BilledCost")
            .field(BillField.LIST_COST, "ListCost")
            .field(BillField.EFFECTIVE_COST, "EffectiveCost")
            .field(BillField.NEGOTIATED_COST, "ContractedCost")
            .field(BillField.NEGOTIATED_PRICE, "ContractedUnitPrice")
            .field(BillField.CURRENCY, "BillingCurrency")
            .field(BillField.PERIOD_START, "ChargePeriodStart")
            .field(BillField.PERIOD_END, "ChargePeriodEnd")
            .field(BillField.CATEGORY, "ChargeCategory")
            .field(BillField.CHARGE_CLASS, "ChargeClass")
            .field(
                    BillField.COMMITMENT,
                    "CommitmentDiscountId",
                    "CommitmentDiscountName",
                    "CommitmentDiscountCategory",
                    "CommitmentDiscountStatus")
            .field(BillField.PRICING_MODEL, "PricingCategory")
            .field(BillField.DESCRIPTION, "ChargeDescription")
            .field(BillField.PROVIDER, "ProviderName", "ServiceProviderName", "HostProviderName", "InvoiceIssuerName")
            .field(BillField.SERVICE, "ServiceName", "x_ServiceCode", "x_SkuMeterCategory")
            .field(BillField.SERVICE_CATEGORY, "ServiceCategory")
            .field(BillField.SERVICE_SUBCATEGORY, "ServiceSubcategory")
            .field(BillField.SKU, "SkuId")
            .field(BillField.SKU_METER, "x_SkuMeterName", "SkuMeter", "x_SkuDescription")
            .field(BillField.USAGE_TYPE, "x_UsageType")
            .field(BillField.SERVICE_TIER, "x_ServiceTier")
            .field(BillField.CONSUMED_QUANTITY, "ConsumedQuantity")
            .field(BillField.CONSUMED_UNIT, "ConsumedUnit")
            .field(BillField.PRICING_QUANTITY, "PricingQuantity")
            .field(BillField.PRICING_UNIT, "PricingUnit")
            .build();

    @Override
    public String id() {
        return "focus";
    }

    @Override
    public String title() {
        return "FOCUS cost and usage (FinOps Open Cost and Usage Specification 1.0 to 1.4)";
    }

    @Override
    public String url() {
        return "https://focus.finops.org/focus-specification/";
    }

    @Override
    public boolean claims(Head head) {
        return Columns.all(head, "BilledCost", "ChargeCategory", "BillingCurrency");
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return Columns.found(COLUMNS, head);
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        ChargeCategory category = category(row);
        BillingLine line = new BillingLine(
                Cells.date(row, BillField.PERIOD_START, "ChargePeriodStart"),
                Cells.date(row, BillField.PERIOD_END, "ChargePeriodEnd"),
                category,
                row.text(BillField.CHARGE_CLASS)
                        .filter("Correction"::equalsIgnoreCase)
                        .isPresent(),
                Fundings.ofFocus(row),
                MeterReader.read(texts(row, category)),
                Cells.billed(row, "BilledCost", "BillingCurrency"),
                SpreadsheetCells.decimal(row, BillField.LIST_COST),
                SpreadsheetCells.decimal(row, BillField.EFFECTIVE_COST));
        sink.charge(line.discountedBy(Discounts.ofFocus(row)));
    }

    /// A category that FOCUS does not know keeps its money, among the adjustments.
    private static ChargeCategory category(Row<BillField> row) throws BadValueException {
        String name = Cells.required(row.text(BillField.CATEGORY), "ChargeCategory", "a category")
                .strip();
        return Stream.of(ChargeCategory.values())
                .filter(category -> category.id().equalsIgnoreCase(name))
                .findFirst()
                .orElse(ChargeCategory.ADJUSTMENT);
    }

    private static ChargeTexts texts(Row<BillField> row, ChargeCategory category) throws BadValueException {
        return new ChargeTexts(
                category,
                row.text(BillField.PROVIDER),
                row.text(BillField.SERVICE),
                present(row, BillField.SERVICE_CATEGORY, BillField.SERVICE_SUBCATEGORY),
                row.text(BillField.USAGE_TYPE),
                present(row, BillField.SERVICE_TIER, BillField.SKU_METER, BillField.SKU),
                row.text(BillField.DESCRIPTION),
                quantities(row));
    }

    private static List<String> present(Row<BillField> row, BillField... fields) {
        return Stream.of(fields).flatMap(field -> row.text(field).stream()).toList();
    }

    private static List<ChargeTexts.Quantity> quantities(Row<BillField> row) throws BadValueException {
        return Stream.of(
                        ChargeTexts.Quantity.in(row, BillField.CONSUMED_QUANTITY, BillField.CONSUMED_UNIT),
                        ChargeTexts.Quantity.in(row, BillField.PRICING_QUANTITY, BillField.PRICING_UNIT))
                .flatMap(Optional::stream)
                .toList();
    }
}
