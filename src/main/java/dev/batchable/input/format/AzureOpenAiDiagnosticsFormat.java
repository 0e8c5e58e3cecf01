package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.Nesting;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import java.util.Optional;
import java.util.Set;

/// Reads the resource logs of Azure OpenAI, category RequestResponse: when calls came, whether they were streamed and
/// how they ended. They tell no tokens and no caller but the resource.
final class AzureOpenAiDiagnosticsFormat implements LogFormat {
    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, AzureColumns.spellings("RequestTime"))
            .field(Field.END, AzureColumns.spellings("ResponseTime"))
            .field(Field.LATENCY, AzureColumns.spellings("DurationMs"))
            .field(Field.MODEL, AzureColumns.spellings("ModelName", "ModelDeploymentName"))
            .field(Field.OPERATION, AzureColumns.spellings("OperationName"))
            .field(Field.HTTP_STATUS, AzureColumns.spellings("ResultSignature"))
            .field(Field.STREAM, AzureColumns.spellings("StreamType"))
            .field(Field.REGION, AzureColumns.spellings("Location"))
            .field(Field.REQUEST_ID, AzureColumns.spellings("CorrelationId"))
            .field(Field.PROJECT, AzureColumns.spellings("ResourceId"))
            .field(Field.PROJECT, "_ResourceId")
            .field(Field.ACCOUNT, AzureColumns.spellings("ResourceId"))
            .field(Field.ACCOUNT, "_ResourceId")
            .field(Field.LOGGED, AzureColumns.spellings("Time", "TimeGenerated"))
            .field(Field.KIND, AzureColumns.spellings("Category"))
            .build();

    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.PROVIDER);
    private static final String REQUESTS = "RequestResponse";

    @Override
    public String id() {
        return "azure-openai-diagnostics";
    }

    @Override
    public String title() {
        return "Azure OpenAI resource logs, category RequestResponse";
    }

    @Override
    public String url() {
        return "https://learn.microsoft.com/azure/ai-foundry/openai/how-to/monitor-openai";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return (head.says("category", REQUESTS) || head.says("records.category", REQUESTS))
                || (AzureColumns.has(head, "OperationName")
                        && (AzureColumns.has(head, "ModelDeploymentName") || AzureColumns.has(head, "StreamType")))
                || (head.shape() == Head.Shape.CSV
                        && head.has("OperationName", "properties_s")
                        && AzureColumns.has(head, "ResultSignature"));
    }

    @Override
    public Nesting nesting() {
        return Nesting.of("records");
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        boolean other =
                row.text(Field.KIND).filter(kind -> !kind.equals(REQUESTS)).isPresent();
        Optional<Operation> operation = row.text(Field.OPERATION).flatMap(AzureOperations::of);
        if (other) {
            sink.ignored(Ignored.CONTEXT);
        } else if (operation.isEmpty() && row.text(Field.MODEL).isEmpty()) {
            sink.ignored(Ignored.ADMINISTRATION);
        } else {
            sink.request(new AzureOpenAiEntry(row).request(operation.orElse(Operation.OTHER)));
        }
    }
}
