package dev.batchable.input.billing;

import dev.batchable.input.BadValueException;
import dev.batchable.input.BillField;
import dev.batchable.input.BillingFormat;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;

/// Reads the cost details of a Microsoft Customer Agreement: each row has the currency of the price list and
/// that of the bill, and the latter counts.
final class AzureMcaFormat implements BillingFormat {
    @Override
    public String id() {
        return "azure-mca";
    }

    @Override
    public String title() {
        return "Azure cost details of a Microsoft Customer Agreement, actual or amortised";
    }

    @Override
    public String url() {
        return "https://learn.microsoft.com/azure/cost-management-billing/dataset-schema/cost-usage-details-mca";
    }

    @Override
    public boolean claims(Head head) {
        return AzureCostDetails.areIn(head) && Columns.all(head, AzureCostDetails.OF_CUSTOMER_AGREEMENT);
    }

    @Override
    public FieldTable<BillField> fields(Head head) {
        return AzureCostDetails.fields(head);
    }

    @Override
    public void read(Row<BillField> row, RecordSink sink) throws BadValueException {
        sink.charge(AzureCostDetails.read(row));
    }
}
