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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one row of Azure's cost details, whatever the agreement. Rows are of one day, in UTC, before credits and
/// taxes, so that they never sum to the invoice by themselves.
///
/// An actual and an amortised export have the same columns and the same usage; the amortised one spreads purchases over
/// the usage they cover instead of listing them. Both are read as they are; of the two for one period the actual one
/// counts, see the overlaps of bills.
final class AzureCostDetails {
    /// The column that only Microsoft Customer Agreements have: their price lists are in another currency.
    static final String OF_CUSTOMER_AGREEMENT = "costInPricingCurrency";

    private static final FieldTable<BillField> COLUMNS = FieldTable.<BillField>builder()
            .field(BillField.BILLED_COST, "costInBillingCurrency", "cost")
            .field(BillField.CURRENCY, "billingCurrency", "billingCurrencyCode")
            .field(BillField.LIST_COST, "paygCostInBillingCurrency")
            .field(BillField.LIST_PRICE, "payGPrice")
            .field(BillField.NEGOTIATED_PRICE, "effectivePrice")
            .field(BillField.PRICING_CURRENCY, "pricingCurrency", "pricingCurrencyCode")
            .field(BillField.EXCHANGE_RATE, "exchangeRatePricingToBilling", "exchangeRate")
            .field(BillField.PERIOD_START, "date", "usageDate")
            .field(BillField.CATEGORY, "chargeType")
            .field(BillField.PRICING_MODEL, "pricingModel")
            .field(BillField.PROVIDER, "publisherName")
            .field(BillField.PUBLISHER, "publisherType")
            .field(BillField.SERVICE, "meterCategory")
            .field(BillField.SERVICE_SUBCATEGORY, "meterSubCategory")
            .field(BillField.SERVICE_CATEGORY, "serviceFamily")
            .field(BillField.SKU_METER, "meterName")
            .field(BillField.DESCRIPTION, "meterName", "productName", "product")
            .field(BillField.CONSUMED_QUANTITY, "quantity")
            .field(BillField.CONSUMED_UNIT, "unitOfMeasure")
            .build();

    /// Charge types as Microsoft maps them to FOCUS
    /// (<https://learn.microsoft.com/cloud-computing/finops/focus/convert>);
    /// a refund, which is a correction there, is listed among the credits.
    private static final Map<String, ChargeCategory> CATEGORIES = Map.of(
            "usage", ChargeCategory.USAGE,
            "unusedreservation", ChargeCategory.USAGE,
            "unusedsavingsplan", ChargeCategory.USAGE,
            "purchase", ChargeCategory.PURCHASE,
            "tax", ChargeCategory.TAX,
            "refund", ChargeCategory.CREDIT);

    private AzureCostDetails() {}

    static boolean areIn(Head head) {
        return Columns.all(head, "meterName", "meterCategory", "unitOfMeasure", "chargeType")
                && Columns.any(head, "costInBillingCurrency", "cost");
    }

    static FieldTable<BillField> fields(Head head) {
        return Columns.found(COLUMNS, head);
    }

    static BillingLine read(Row<BillField> row) throws BadValueException {
        Instant day = Cells.date(row, BillField.PERIOD_START, "Date");
        ChargeCategory category =
                Cells.oneOf(row, BillField.CATEGORY, "ChargeType", CATEGORIES).orElse(ChargeCategory.ADJUSTMENT);
        BillingLine line = new BillingLine(
                day,
                day.plus(Duration.ofDays(1)),
                category,
                row.text(BillField.CATEGORY).filter("refund"::equalsIgnoreCase).isPresent(),
                Fundings.ofAzure(row),
                meter(row, category),
                Cells.billed(row, "Cost", "BillingCurrency"),
                list(row),
                Optional.empty());
        return line.discountedBy(Discounts.ofAzure(row, rate(row), line.list()));
    }

    private static Meter meter(Row<BillField> row, ChargeCategory category) throws BadValueException {
        String subCategory = row.text(BillField.SERVICE_SUBCATEGORY).orElse("");
        return MeterReader.readNamingTiers(new ChargeTexts(
                category,
                Optional.of("Microsoft"),
                service(row),
                kindOfService(row),
                Optional.empty(),
                row.text(BillField.SKU_METER).stream()
                        .map(name -> AzureMeterName.writtenOut(name, subCategory))
                        .toList(),
                row.text(BillField.DESCRIPTION),
                ChargeTexts.Quantity.in(row, BillField.CONSUMED_QUANTITY, BillField.CONSUMED_UNIT).stream()
                        .toList()));
    }

    /// The category may be as wide as `Cognitive Services`, and that of the marketplace names only the publisher.
    private static Optional<String> service(Row<BillField> row) {
        String names = Stream.of(
                        row.text(BillField.SERVICE),
                        row.text(BillField.SERVICE_SUBCATEGORY),
                        row.text(BillField.PROVIDER).filter(name -> isOfMarketplace(row)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(names).filter(text -> !text.isEmpty());
    }

    private static boolean isOfMarketplace(Row<BillField> row) {
        return row.text(BillField.PUBLISHER)
                .filter("marketplace"::equalsIgnoreCase)
                .isPresent();
    }

    private static List<String> kindOfService(Row<BillField> row) {
        return row
                .text(BillField.SERVICE_CATEGORY)
                .filter(family -> !isOfMarketplace(row))
                .map(family -> family.toLowerCase(Locale.ROOT).replace(" + ", " and "))
                .stream()
                .toList();
    }

    /// What the quantity costs by the price list, exchanged at the rate of the row.
    private static Optional<BigDecimal> list(Row<BillField> row) throws BadValueException {
        Optional<BigDecimal> cost = SpreadsheetCells.decimal(row, BillField.LIST_COST);
        Optional<BigDecimal> price = SpreadsheetCells.decimal(row, BillField.LIST_PRICE);
        Optional<BigDecimal> quantity = SpreadsheetCells.decimal(row, BillField.CONSUMED_QUANTITY);
        Optional<BigDecimal> rate = rate(row);
        return cost.or(() ->
                price.flatMap(each -> quantity.map(each::multiply).flatMap(sum -> rate.map(sum::multiply))));
    }

    private static Optional<BigDecimal> rate(Row<BillField> row) throws BadValueException {
        Optional<String> pricing = row.text(BillField.PRICING_CURRENCY);
        boolean same = pricing.isEmpty() || pricing.equals(row.text(BillField.CURRENCY));
        return same ? Optional.of(BigDecimal.ONE) : SpreadsheetCells.decimal(row, BillField.EXCHANGE_RATE);
    }
}
