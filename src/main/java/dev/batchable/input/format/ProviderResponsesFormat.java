package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import dev.batchable.record.Request;
import java.util.Set;

/// Reads own logs of whole provider answers: chat completions, completions, embeddings and responses of OpenAI and
/// those who speak its language, messages of Anthropic, and generated content of Gemini, mixed as they come, bare or
/// in a document with the request and the logger's own stamps beside it.
///
/// The answer's own time goes before the logger's, unless the name of that one says that it is the start: a line is
/// mostly written when the call is over. Anthropic's messages, embeddings and Gemini's own API tell no time at all.
/// Whether an answer was streamed cannot be seen in it, since clients put the chunks together.
final class ProviderResponsesFormat implements LogFormat {
    /// Answers that are still being made; the finished one comes under the same id.
    private static final Set<String> UNFINISHED = Set.of("queued", "in_progress");
    /// OpenAI's objects that are no answers of a model.
    private static final Set<String> ADMINISTRATION = Set.of("batch", "file", "upload");

    @Override
    public String id() {
        return "provider-responses";
    }

    @Override
    public String title() {
        return "Own log of provider answers (OpenAI, Anthropic and Gemini response objects)";
    }

    @Override
    public String url() {
        return "https://platform.openai.com/docs/api-reference";
    }

    @Override
    public Set<Field> provides() {
        return ProviderAnswerFields.provided();
    }

    @Override
    public Scope scope() {
        return Scope.RECORD;
    }

    @Override
    public boolean claims(Head head) {
        return ProviderAnswerMarks.isLog(head) && !ProviderAnswerMarks.hasChunks(head);
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return ProviderAnswerFields.table(FieldTable.builder(), head, ProviderAnswerMarks.places(head));
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        readAnswer(row, sink);
    }

    static void readAnswer(Row<Field> row, RecordSink sink) throws BadValueException {
        String kind = row.text(Field.OPERATION).orElse("");
        if (kind.equals(ProviderAnswerMarks.CHUNK)) {
            throw new BadValueException(
                    "object", kind, "a whole answer; read it with --format openai-chat-chunks:PATH");
        }
        if (ADMINISTRATION.contains(kind)) {
            sink.ignored(Ignored.ADMINISTRATION);
        } else if (isPartOfResponse(kind, row.text(Field.STATUS).orElse(""))) {
            sink.ignored(Ignored.PART);
        } else {
            whole(row, sink);
        }
    }

    /// An event such as `response.output_text.delta`, or a look at a response that runs in the background.
    private static boolean isPartOfResponse(String kind, String status) {
        return kind.startsWith("response.") || (kind.equals("response") && UNFINISHED.contains(status));
    }

    private static void whole(Row<Field> row, RecordSink sink) throws BadValueException {
        TrackedRow tracked = new TrackedRow(row);
        Request request = ProviderAnswer.request(tracked);
        if (GenericFormat.fromGatewayCache(tracked, request)) {
            sink.cacheServed(request);
        } else {
            sink.request(request);
        }
    }
}
