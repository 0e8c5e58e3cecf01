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

/// Reads the log in which Azure API Management counts the tokens of calls of language models: the table of Log
/// Analytics as CSV or JSON, and the entries of category GatewayLlmLogs in storage. Who called and how the call ended
/// stands in the gateway's log, see [AzureApimGatewayFormat].
final class AzureApimLlmFormat implements LogFormat {
    static final String ID = "azure-apim-llm";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Azure API Management, log of language models (ApiManagementGatewayLlmLog)";
    }

    @Override
    public String url() {
        return "https://learn.microsoft.com/azure/azure-monitor/reference/tables/apimanagementgatewayllmlog";
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
        return head.says("category", "GatewayLlmLogs")
                || AzureColumns.has(head, "IsStreamCompletion")
                || (AzureColumns.has(head, "PromptTokens") && AzureColumns.has(head, "SequenceNumber"));
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
