package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import dev.batchable.record.SourceRef;
import java.util.Optional;
import java.util.Set;

/// Reads own logs of chat completions as they were streamed: many chunks with the id of one answer, of which the last
/// one, without choices, tells the tokens where the caller asked for them (`stream_options.include_usage`). Whole
/// answers between them are read as such.
final class OpenAiChatChunksFormat implements LogFormat {
    @Override
    public String id() {
        return "openai-chat-chunks";
    }

    @Override
    public String title() {
        return "Own log of streamed chat completions (chat.completion.chunk)";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/docs/api-reference/chat-streaming";
    }

    @Override
    public Set<Field> provides() {
        return ProviderAnswerFields.provided();
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public boolean claims(Head head) {
        return ProviderAnswerMarks.isLog(head) && ProviderAnswerMarks.hasChunks(head);
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return ProviderAnswerFields.table(FieldTable.builder(), head, ProviderAnswerMarks.places(head));
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        if (row.text(Field.OPERATION).filter(ProviderAnswerMarks.CHUNK::equals).isPresent()) {
            sink.part(part(row));
        } else {
            ProviderResponsesFormat.readAnswer(row, sink);
        }
    }

    private Part part(Row<Field> row) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        Request facts = ProviderAnswer.chunk(tracked);
        String call =
                facts.identity().requestId().orElseThrow(() -> tracked.bad(Field.REQUEST_ID, "the id of the answer"));
        SourceRef place = new SourceRef(row.file(), row.line());
        return new Part(call, place, Part.Role.CALL, call, Optional.empty(), id(), facts);
    }
}
