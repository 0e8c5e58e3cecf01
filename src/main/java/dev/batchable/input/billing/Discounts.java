package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.Row;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of the discounts that are in the billed amount of a line, where a documented column tells them.
///
/// A column that states a negotiated amount proves a discount only where that amount is the one billed
/// and lies below the list price: real exports round such columns to whole units or mix up their packs.
final class Discounts {
    /// Bills state amounts that are not exactly quantity × price.
    private static final BigDecimal CLOSE = new BigDecimal("0.0001");

    /// <https://docs.aws.amazon.com/cur/latest/userguide/discount-details.html>.
    private static final Map<BillField, String> ON_AWS = onAws();

    /// <https://cloud.google.com/billing/docs/how-to/reports>.
    private static final Map<BillField, String> ON_GOOGLE_REPORTS = onGoogleReports();

    private Discounts() {}

    private static Map<BillField, String> onAws() {
        Map<BillField, String> names = new LinkedHashMap<>();
        names.put(BillField.EDP_DISCOUNT, "EDP discount");
        names.put(BillField.PRIVATE_RATE_DISCOUNT, "private rate discount");
        names.put(BillField.BUNDLED_DISCOUNT, "bundled discount");
        return names;
    }

    private static Map<BillField, String> onGoogleReports() {
        Map<BillField, String> names = new LinkedHashMap<>();
        names.put(BillField.NEGOTIATED_SAVINGS, "negotiated savings");
        names.put(BillField.PROGRAM_SAVINGS, "savings programs");
        names.put(BillField.OTHER_SAVINGS, "other savings");
        return names;
    }

    /// By FOCUS: ContractedCost is the list cost after what was negotiated and before commitments
    /// (<https://focus.finops.org/focus-specification/v1-2/>).
    static List<String> ofFocus(Row<BillField> row) throws BadValueException {
        Optional<BigDecimal> list = SpreadsheetCells.decimal(row, BillField.LIST_COST);
        Optional<BigDecimal> contracted = SpreadsheetCells.decimal(row, BillField.NEGOTIATED_COST);
        if (contracted.isPresent()) {
            return named("negotiated (ContractedCost)", row, contracted, list);
        }
        return named(
                "negotiated (ContractedUnitPrice)",
                row,
                product(row, BillField.NEGOTIATED_PRICE, BillField.PRICING_QUANTITY),
                list);
    }

    /// The name of a line that is nothing but a discount
    /// (<https://docs.aws.amazon.com/cur/latest/userguide/Lineitem-columns.html>).
    private static Optional<String> awsLine(Row<BillField> row) {
        return row.text(BillField.CATEGORY).flatMap(type -> switch (type.toLowerCase(Locale.ROOT)) {
            case "edpdiscount" -> Optional.of("EDP discount");
            case "privateratediscount" -> Optional.of("private rate discount");
            case "bundleddiscount" -> Optional.of("bundled discount");
            default -> Optional.empty();
        });
    }

    static boolean isAwsLine(Row<BillField> row) {
        return awsLine(row).isPresent();
    }

    /// Only the net cost has the discounts of the line in it.
    static List<String> ofAws(Row<BillField> row) throws BadValueException {
        Optional<String> line = awsLine(row);
        if (line.isPresent()) {
            return List.of(line.get());
        }
        boolean net = row.path(BillField.BILLED_COST)
                .filter(path -> path.toLowerCase(Locale.ROOT).contains("net"))
                .isPresent();
        if (!net) {
            return List.of();
        }
        List<String> names = nonZero(row, ON_AWS);
        Optional<BigDecimal> total = SpreadsheetCells.decimal(row, BillField.TOTAL_DISCOUNT);
        return names.isEmpty() && total.filter(sum -> sum.signum() != 0).isPresent()
                ? List.of("discount (TotalDiscount)")
                : names;
    }

    /// EffectivePrice is the unit price of the contract, PayGPrice the list price
    /// (<https://learn.microsoft.com/azure/cost-management-billing/automate/understand-usage-details-fields>).
    static List<String> ofAzure(Row<BillField> row, Optional<BigDecimal> exchange, Optional<BigDecimal> list)
            throws BadValueException {
        if (row.text(BillField.PRICING_MODEL).filter("spot"::equalsIgnoreCase).isPresent()) {
            return List.of("spot price (PricingModel)");
        }
        Optional<BigDecimal> cost = product(row, BillField.NEGOTIATED_PRICE, BillField.CONSUMED_QUANTITY);
        return named("negotiated (EffectivePrice)", row, cost.flatMap(sum -> exchange.map(sum::multiply)), list);
    }

    /// Credits by name and type, and a cost below the list price before any
    /// (<https://cloud.google.com/billing/docs/how-to/export-data-bigquery-tables/standard-usage>).
    static List<String> ofGoogle(Row<BillField> row, Money cost) throws BadValueException {
        List<String> found = new ArrayList<>();
        Optional<BigDecimal> list = row.decimal(BillField.LIST_COST);
        if (list.filter(price -> isBelow(cost.amount(), price)).isPresent()) {
            found.add("negotiated (cost_at_list)");
        }
        List<String> types = row.list(BillField.CREDIT_TYPES);
        List<String> names = row.list(BillField.CREDIT_NAMES);
        List<BigDecimal> amounts = row.decimals(BillField.CREDITS);
        for (int i = 0; i < types.size(); i++) {
            boolean counts = amounts.size() != types.size() || amounts.get(i).signum() != 0;
            if (counts) {
                found.add(names.size() == types.size() ? names.get(i) + " (" + types.get(i) + ")" : types.get(i));
            }
        }
        return found;
    }

    static List<String> ofGoogleReport(Row<BillField> row) throws BadValueException {
        return nonZero(row, ON_GOOGLE_REPORTS);
    }

    private static List<String> nonZero(Row<BillField> row, Map<BillField, String> fields) throws BadValueException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<BillField, String> field : fields.entrySet()) {
            if (SpreadsheetCells.decimal(row, field.getKey())
                    .filter(amount -> amount.signum() != 0)
                    .isPresent()) {
                names.add(field.getValue());
            }
        }
        return names;
    }

    private static Optional<BigDecimal> product(Row<BillField> row, BillField price, BillField quantity)
            throws BadValueException {
        Optional<BigDecimal> units = SpreadsheetCells.decimal(row, quantity);
        return SpreadsheetCells.decimal(row, price).flatMap(each -> units.map(each::multiply));
    }

    private static List<String> named(
            String name, Row<BillField> row, Optional<BigDecimal> negotiated, Optional<BigDecimal> list)
            throws BadValueException {
        Optional<BigDecimal> billed = SpreadsheetCells.decimal(row, BillField.BILLED_COST);
        boolean proven = negotiated
                .filter(cost -> billed.filter(sum -> isClose(cost, sum)).isPresent())
                .filter(cost -> list.filter(price -> isBelow(cost, price)).isPresent())
                .isPresent();
        return proven ? List.of(name) : List.of();
    }

    private static boolean isClose(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(other.abs().multiply(CLOSE)) <= 0;
    }

    private static boolean isBelow(BigDecimal cost, BigDecimal list) {
        return cost.signum() > 0 && cost.compareTo(list) < 0 && !isClose(cost, list);
    }
}
