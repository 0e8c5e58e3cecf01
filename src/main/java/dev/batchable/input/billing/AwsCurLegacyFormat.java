package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;

/// Reads the legacy Cost and Usage Report: columns such as `lineItem/UsageType`, in Athena
/// `line_item_usage_type`, and a column for each product attribute.
final class AwsCurLegacyFormat implements BillingFormat {
    @Override
    public String id() {
        return "aws-cur-legacy";
    }

    @Override
    public String title() {
        return "AWS Cost and Usage Report (legacy), as delivered or through Athena";
    }

    @Override
    public String url() {
        return "https://docs.aws.amazon.com/cur/latest/userguide/data-dictionary.html";
    }

    @Override
    public boolean claims(Head head) {
        return AwsCur.isReport(head) && !AwsCur2Format.hasItsColumns(head);
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
