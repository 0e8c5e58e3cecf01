package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.BillingLine;
import dev.batchable.record.ChargeCategory;
import dev.batchable.record.Meter;
import dev.batchable.record.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the table below the chart of Cloud Billing's Reports page, downloaded as CSV.
///
/// The columns in front are what somebody grouped by. The unrounded subtotal is what counts; its currency stands only
/// in the name of its column. Below the table stand sums, which are ignored, and tax, which is kept; their label may be
/// in any cell. Rows without a date are of the period in the name of the file.
final class GcpReportsFormat implements BillingFormat {
    private static final Pattern UNROUNDED = Pattern.compile("Unrounded subtotal \\(.+\\)");
    private static final Pattern ROUNDED = Pattern.compile("Subtotal \\(.+\\)");
    private static final Pattern LIST = Pattern.compile("List cost \\(.+\\)");
    private static final Map<BillField, Pattern> SAVINGS = Map.of(
            BillField.NEGOTIATED_SAVINGS, Pattern.compile("Negotiated savings \\(.+\\)"),
            BillField.PROGRAM_SAVINGS, Pattern.compile("Savings programs \\(.+\\)"),
            BillField.OTHER_SAVINGS, Pattern.compile("Other savings \\(.+\\)"));
    private static final String TAX = "tax";
    private static final Set<String> SUMS = Set.of("subtotal", "filtered total", "total");

    @Override
    public String id() {
        return "gcp-reports";
    }

    @Override
    public String title() {
        return "Google Cloud Billing report, downloaded as CSV";
    }

    @Override
    public String url() {
        return "https://cloud.google.com/billing/docs/how-to/reports";
    }

    @Override
    public boolean claims(Head head) {
        return head.shape() == Head.Shape.CSV
                && head.header().stream()
                        .anyMatch(column -> UNROUNDED.matcher(column).matches());
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        FieldTable.Builder<BillField> found = FieldTable.<BillField>builder()
                .field(BillField.PERIOD_START, "Date", "Day", "Month")
                .field(BillField.SERVICE, "Service description")
                .field(BillField.DESCRIPTION, "SKU description")
                .field(BillField.CONSUMED_QUANTITY, "Usage amount")
                .field(BillField.CONSUMED_UNIT, "Usage unit");
        // Every table has a first cell; that makes none of them more like a report.
        List<String> cells = claims(head) ? head.header() : List.of();
        cells.forEach(column -> found.field(BillField.FIRST_CELL, column));
        for (String column : head.header()) {
            if (UNROUNDED.matcher(column).matches()) {
                found.field(BillField.BILLED_COST, column);
            } else if (ROUNDED.matcher(column).matches()) {
                found.field(BillField.ROUNDED_COST, column);
            } else if (LIST.matcher(column).matches()) {
                found.field(BillField.LIST_COST, column);
            }
            SAVINGS.entrySet().stream()
                    .filter(savings -> savings.getValue().matcher(column).matches())
                    .forEach(savings -> found.field(savings.getKey(), column));
        }
        return found.build();
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        String label = row.text(BillField.FIRST_CELL).orElse("").toLowerCase(Locale.ROOT);
        if (SUMS.contains(label)) {
            sink.ignored(Ignored.TOTAL);
        } else if (label.equals(TAX)) {
            readTax(row, sink);
        } else {
            BigDecimal amount = Cells.amount(row, "Unrounded subtotal");
            BillingLine line = line(row, GcpDays.of(row), ChargeCategory.USAGE, amount);
            sink.charge(line.discountedBy(Discounts.ofGoogleReport(row)));
        }
    }

    private static void readTax(Row<BillField> row, RecordSink sink) throws BadValueException {
        Optional<GcpDays> period = GcpDays.inName(row.file());
        BigDecimal tax = tax(row);
        if (period.isEmpty() && tax.signum() == 0) {
            sink.ignored(Ignored.EMPTY);
        } else {
            sink.charge(line(row, period, ChargeCategory.TAX, tax));
        }
    }

    /// The label may stand where the unrounded amount would.
    private static BigDecimal tax(Row<BillField> row) throws BadValueException {
        boolean labelled =
                row.text(BillField.BILLED_COST).filter(TAX::equalsIgnoreCase).isPresent();
        Optional<BigDecimal> unrounded =
                labelled ? Optional.empty() : SpreadsheetCells.decimal(row, BillField.BILLED_COST);
        return Cells.required(
                unrounded.isPresent() ? unrounded : SpreadsheetCells.decimal(row, BillField.ROUNDED_COST),
                "Subtotal",
                "an amount");
    }

    private static BillingLine line(
            Row<BillField> row, Optional<GcpDays> period, ChargeCategory category, BigDecimal billed)
            throws BadValueException {
        GcpDays days = Cells.required(period, "Date", "a date, here or in the file's name as it was downloaded");
        String column = row.path(BillField.BILLED_COST)
                .or(() -> row.path(BillField.ROUNDED_COST))
                .orElse("");
        return new BillingLine(
                days.start(),
                days.end(),
                category,
                false,
                meter(row, category),
                new Money(billed, GcpCurrencySign.of(column)),
                SpreadsheetCells.decimal(row, BillField.LIST_COST),
                Optional.empty());
    }

    private static Meter meter(Row<BillField> row, ChargeCategory category) throws BadValueException {
        return GcpSku.read(
                category,
                row.text(BillField.SERVICE),
                row.text(BillField.DESCRIPTION).or(() -> row.text(BillField.FIRST_CELL)),
                ChargeTexts.Quantity.in(row, BillField.CONSUMED_QUANTITY, BillField.CONSUMED_UNIT));
    }
}
