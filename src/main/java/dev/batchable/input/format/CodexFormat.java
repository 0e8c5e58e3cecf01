package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the session files of Codex (`~/.codex/sessions/YYYY/MM/DD/rollout-….jsonl`).
///
/// A line with token counts tells of one call; the model, the provider and who started the session stand on lines
/// before it. The counts are written again when the session goes on without a call, with the same totals.
///
/// A fork may begin with the counts of the session it came from, written anew under the time of the fork
/// (<https://github.com/ccusage/ccusage/issues/1370>), while other forks, such as those of sub-agents, do not. No line
/// tells which, so every fork is reported as a problem rather than guessed at.
final class CodexFormat implements LogFormat {
    private static final String FORK = "a forked session, which may repeat calls of the session that it came from under"
            + " other times; leave the file out if that session is read too, or take its sums for an upper bound";
    private static final String LAST = "payload.info.last_token_usage.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "timestamp")
            .field(Field.PROVIDER, "payload.model_provider")
            .field(Field.MODEL, "payload.info.model", "payload.model")
            .field(Field.INPUT_TOKENS, LAST + "input_tokens")
            .field(Field.CACHE_READ_TOKENS, LAST + "cached_input_tokens")
            .field(Field.OUTPUT_TOKENS, LAST + "output_tokens")
            .field(Field.REASONING_TOKENS, LAST + "reasoning_output_tokens")
            .field(Field.SESSION, "payload.id")
            .field(Field.USER_AGENT, "payload.originator")
            .field(Field.PROJECT, "payload.cwd")
            .field(Field.KIND, "type")
            .field(Field.NAME, "payload.type")
            .field(Field.DETAIL, "payload.info")
            .field(Field.CALL, "payload.info.total_token_usage")
            .field(Field.PARENT, "payload.forked_from_id")
            .field(Field.VERSION, "payload.cli_version")
            .field(Field.ORIGIN, "payload.source")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.OPERATION, Field.STATUS);

    @Override
    public String id() {
        return "codex";
    }

    @Override
    public String title() {
        return "Codex session files";
    }

    @Override
    public String url() {
        return "https://developers.openai.com/codex/cli";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    @Override
    public boolean claims(Head head) {
        return head.has("timestamp", "type", "payload")
                && Stream.of("session_meta", "turn_context", "event_msg", "response_item")
                        .anyMatch(type -> head.says("type", type));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        CodexLine line = new CodexLine(row);
        switch (row.text(Field.KIND).orElse("")) {
            case "session_meta" -> session(row, line, sink);
            case "turn_context" -> sink.part(line.turn());
            default -> {
                if (line.tellsTokens()) {
                    sink.part(line.call());
                } else {
                    sink.ignored(Ignored.CONTEXT);
                }
            }
        }
    }

    private static void session(Row<Field> row, CodexLine line, RecordSink sink) throws BadValueException {
        if (row.text(Field.PARENT).isPresent()) {
            sink.problem(row.line(), FORK);
        } else {
            sink.part(line.session());
        }
    }
}
