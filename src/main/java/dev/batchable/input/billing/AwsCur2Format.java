package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;

/// Reads CUR 2.0: a fixed set of columns, with maps for product attributes, discounts and tags.
final class AwsCur2Format implements BillingFormat {
    @Override
    public String id() {
        return "aws-cur-2";
    }

    @Override
    public String title() {
        return "AWS Cost and Usage Report 2.0 (Data Exports)";
    }

    @Override
    public String url() {
        return "https://docs.aws.amazon.com/cur/latest/userguide/table-dictionary-cur2.html";
    }

    @Override
    public boolean claims(Head head) {
        return AwsCur.isReport(head) && hasItsColumns(head);
    }

    /// Columns that the legacy report does not have; a map alone is `product`, its parts are `product_…`.
    static boolean hasItsColumns(Head head) {
        return Columns.any(head, "bill_payer_account_name", "product", "discount");
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return AwsCur.fields(head);
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        sink.charge(AwsCur.read(row));
    }
}
