package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Row;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads one line of an AWS Cost and Usage Report; both generations name the same columns, each in its spelling.
///
/// Billed is the net unblended cost where the line has one, which includes the discounts of the line, else the
/// unblended cost, beside which discounts stand as lines of their own. Never both, and never the blended cost.
/// Claude and other third-party models come under product codes that say nothing, on the invoice of AWS Marketplace:
/// they are told by the product's name, by the `product` map that Bedrock lines have since July 2026, and by the
/// usage type.
final class AwsCur {
    private static final FieldTable<BillField> COLUMNS = FieldTable.<BillField>builder()
            .field(BillField.BILLED_COST, "line_item_net_unblended_cost", "line_item_unblended_cost")
            .field(BillField.LIST_COST, "pricing_public_on_demand_cost")
            .field(BillField.EDP_DISCOUNT, "discount_edp_discount", "discount.EdpDiscount")
            .field(BillField.PRIVATE_RATE_DISCOUNT, "discount_private_rate_discount", "discount.PrivateRateDiscount")
            .field(BillField.BUNDLED_DISCOUNT, "discount_bundled_discount", "discount.BundledDiscount")
            .field(BillField.TOTAL_DISCOUNT, "discount_total_discount")
            .field(BillField.CURRENCY, "line_item_currency_code")
            .field(BillField.PERIOD_START, "line_item_usage_start_date", "bill_billing_period_start_date")
            .field(BillField.PERIOD_END, "line_item_usage_end_date", "bill_billing_period_end_date")
            .field(BillField.CATEGORY, "line_item_line_item_type")
            .field(BillField.DESCRIPTION, "line_item_line_item_description")
            .field(BillField.PROVIDER, "bill_billing_entity")
            .field(BillField.SERVICE, "product.product_name", "product_product_name", "product_servicename")
            .field(BillField.SERVICE_CATEGORY, "product_product_family")
            .field(BillField.SKU, "line_item_product_code")
            .field(BillField.USAGE_TYPE, "line_item_usage_type")
            .field(BillField.MODEL, "product.model", "product_model")
            .field(BillField.SERVICE_TIER, "product.feature", "product_feature")
            .field(BillField.SKU_METER, "product.inference_type", "product_inference_type")
            .field(BillField.ATTRIBUTES, "product")
            .field(BillField.CONSUMED_QUANTITY, "line_item_usage_amount")
            .field(BillField.CONSUMED_UNIT, "pricing_unit")
            .build();

    private static final String BEDROCK = "bedrock";

    /// Line item types; all others are discounts in one form or another, and adjust. A savings plan's negation takes
    /// back the usage it covers, so the two are of one category and cancel out.
    private static final Map<String, ChargeCategory> CATEGORIES = Map.ofEntries(
            Map.entry("usage", ChargeCategory.USAGE),
            Map.entry("discountedusage", ChargeCategory.USAGE),
            Map.entry("savingsplancoveredusage", ChargeCategory.USAGE),
            Map.entry("savingsplannegation", ChargeCategory.USAGE),
            Map.entry("fee", ChargeCategory.PURCHASE),
            Map.entry("rifee", ChargeCategory.PURCHASE),
            Map.entry("savingsplanupfrontfee", ChargeCategory.PURCHASE),
            Map.entry("savingsplanrecurringfee", ChargeCategory.PURCHASE),
            Map.entry("tax", ChargeCategory.TAX),
            Map.entry("credit", ChargeCategory.CREDIT),
            Map.entry("refund", ChargeCategory.CREDIT));

    private AwsCur() {}

    static boolean isReport(Head head) {
        return Columns.all(head, "line_item_line_item_type", "line_item_unblended_cost");
    }

    static FieldTable<BillField> fields(Head head) {
        return Columns.found(COLUMNS, head);
    }

    static BillingLine read(Row<BillField> row) throws BadValueException {
        ChargeCategory category =
                Cells.oneOf(row, BillField.CATEGORY, "LineItemType", CATEGORIES).orElse(ChargeCategory.ADJUSTMENT);
        BillingLine line = new BillingLine(
                Cells.date(row, BillField.PERIOD_START, "UsageStartDate"),
                Cells.date(row, BillField.PERIOD_END, "UsageEndDate"),
                category,
                false,
                Fundings.ofAws(row),
                Discounts.isAwsLine(row) ? lowered(row) : meter(row, category),
                Cells.billed(row, "UnblendedCost", "CurrencyCode"),
                SpreadsheetCells.decimal(row, BillField.LIST_COST),
                Optional.empty());
        return line.discountedBy(Discounts.ofAws(row));
    }

    /// What a discount on a line of its own lowers; it is no use of a model itself.
    private static Meter lowered(Row<BillField> row) throws BadValueException {
        Meter meter = meter(row, ChargeCategory.USAGE);
        return new Meter(
                meter.provider(),
                meter.description(),
                meter.model(),
                meter.tokenKind(),
                meter.tier(),
                Optional.empty(),
                false);
    }

    private static Meter meter(Row<BillField> row, ChargeCategory category) throws BadValueException {
        Optional<String> service = service(row);
        Meter meter = MeterReader.read(new ChargeTexts(
                category,
                row.text(BillField.PROVIDER).or(() -> Optional.of("AWS")),
                service,
                // Amazon bills models by the token through Bedrock alone, and `cache` or `input` in the usage
                // types of all other services mean other things.
                isOfModels(row) ? List.of() : List.of("not " + BEDROCK),
                row.text(BillField.USAGE_TYPE),
                Stream.of(
                                attribute(row, BillField.SERVICE_TIER, "feature"),
                                attribute(row, BillField.SKU_METER, "inference_type"))
                        .flatMap(Optional::stream)
                        .toList(),
                row.text(BillField.DESCRIPTION),
                quantity(row).stream().toList()));
        Optional<String> model = attribute(row, BillField.MODEL, "model");
        return meter.artificialIntelligence() ? model.map(meter::withModel).orElse(meter) : meter;
    }

    private static boolean isOfModels(Row<BillField> row) {
        return isBedrock(row)
                || row.text(BillField.USAGE_TYPE).filter(Seller::isMarketplace).isPresent();
    }

    private static boolean isBedrock(Row<BillField> row) {
        return Stream.of(name(row), row.text(BillField.SERVICE_CATEGORY), row.text(BillField.SKU))
                .flatMap(Optional::stream)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(BEDROCK));
    }

    private static Optional<String> name(Row<BillField> row) {
        return attribute(row, BillField.SERVICE, "product_name");
    }

    /// The product's name, which may lack what family or code tell.
    private static Optional<String> service(Row<BillField> row) {
        Optional<String> name = name(row).or(() -> row.text(BillField.SKU));
        boolean says = name.filter(text -> text.toLowerCase(Locale.ROOT).contains(BEDROCK))
                .isPresent();
        return isBedrock(row) && !says ? Optional.of(name.orElse("") + " (Amazon Bedrock)") : name;
    }

    /// A value of its own column or JSON member, or else of a map in the text form of Athena.
    private static Optional<String> attribute(Row<BillField> row, BillField field, String key) {
        return row.text(field)
                .or(() -> row.decoded(BillField.ATTRIBUTES, AwsMapText::read)
                        .flatMap(map -> Optional.ofNullable(map.get(key))));
    }

    private static Optional<ChargeTexts.Quantity> quantity(Row<BillField> row) throws BadValueException {
        Optional<BigDecimal> amount = SpreadsheetCells.decimal(row, BillField.CONSUMED_QUANTITY);
        Optional<String> unit = row.text(BillField.CONSUMED_UNIT).or(() -> usualUnit(row));
        return amount.flatMap(number -> unit.map(name -> new ChargeTexts.Quantity(number, name)));
    }

    /// The unit is null on some lines. Usage types of the Marketplace and those that have no `mantle` in them come
    /// in one unit only; of the others both thousands and millions are found in AWS price lists.
    private static Optional<String> usualUnit(Row<BillField> row) {
        String usageType = row.text(BillField.USAGE_TYPE).orElse("");
        if (Seller.isMarketplace(usageType)) {
            return Optional.of("Units");
        }
        MeterText meter = MeterGrammar.read(usageType);
        boolean inThousands =
                isBedrock(row) && meter.kind().isPresent() && meter.countsTokens() && !usageType.contains("-mantle-");
        return inThousands ? Optional.of("1K tokens") : Optional.empty();
    }
}
