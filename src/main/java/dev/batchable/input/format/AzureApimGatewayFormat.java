package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;

/// Reads the log of all calls through Azure API Management: who called, how long it took and how it ended. Its rows add
/// to the calls that the log of models tells ([AzureApimLlmFormat]) and are calls themselves only where the gateway
/// logs the bodies of answers.
final class AzureApimGatewayFormat implements LogFormat {
    static final String ID = "azure-apim-gateway";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Azure API Management, gateway log (ApiManagementGatewayLogs)";
    }

    @Override
    public String url() {
        return "https://learn.microsoft.com/azure/azure-monitor/reference/tables/apimanagementgatewaylogs";
    }

    @Override
    public Set<Field> provides() {
        return AzureApimRow.PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public boolean claims(Head head) {
        return head.says("category", "GatewayLogs")
                || (AzureColumns.has(head, "ApiId") && AzureColumns.has(head, "CorrelationId"));
    }

    @Override
    public Nesting nesting() {
        return Nesting.of("records");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return AzureApimRow.TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        new AzureApimRow(row).read(sink);
    }
}
