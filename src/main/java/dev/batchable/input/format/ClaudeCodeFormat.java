package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.FieldTable;
import dev.batchable.input.Head;
import dev.batchable.input.Ignored;
import dev.batchable.input.LogFormat;
import dev.batchable.input.RecordSink;
import dev.batchable.input.Row;
import dev.batchable.record.Field;
import java.util.Optional;
import java.util.Set;

/// Reads the session files of Claude Code (`~/.claude/projects/<folder>/<session>.jsonl` and those of its
/// sub-agents).
///
/// One answer stands on several lines, each with the usage known when it was written, and a resumed or forked session
/// repeats lines in another file: lines are parts of calls, and calls are told apart by the ids of answer and request.
/// The lines of the user tell how the session was started.
final class ClaudeCodeFormat implements LogFormat {
    private static final String USAGE = "message.usage.";

    private static final FieldTable<Field> TABLE = FieldTable.<Field>builder()
            .field(Field.START, "timestamp")
            .field(Field.MODEL, "message.model")
            .field(Field.INPUT_TOKENS, USAGE + "input_tokens")
            .field(Field.OUTPUT_TOKENS, USAGE + "output_tokens")
            .field(Field.CACHE_READ_TOKENS, USAGE + "cache_read_input_tokens")
            .field(Field.CACHE_WRITE_TOKENS, USAGE + "cache_creation_input_tokens")
            .field(Field.CACHE_WRITE_1H_TOKENS, USAGE + "cache_creation.ephemeral_1h_input_tokens")
            .field(Field.SERVICE_TIER, USAGE + "service_tier")
            .field(Field.COST, "costUSD")
            .field(Field.ERROR, "error")
            .field(Field.REQUEST_ID, "requestId")
            .field(Field.SESSION, "sessionId")
            .field(Field.USER_AGENT, "entrypoint")
            .field(Field.PROJECT, "cwd")
            .field(Field.TIER_FLAG, USAGE + "speed")
            .field(Field.STATUS, "isApiErrorMessage")
            .field(Field.KIND, "type", "message.role")
            .field(Field.GROUP, "sessionId")
            .field(Field.CALL, "message.id")
            .field(Field.UNIT, "uuid")
            .field(Field.VERSION, "version")
            .build();
    private static final Set<Field> PROVIDED = Provided.by(TABLE, Field.PROVIDER, Field.OPERATION);

    @Override
    public String id() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code session files";
    }

    @Override
    public String url() {
        return "https://code.claude.com/docs/en/how-claude-code-works";
    }

    @Override
    public Set<Field> provides() {
        return PROVIDED;
    }

    @Override
    public Scope scope() {
        return Scope.GROUP;
    }

    /// Files begin with lines of other kinds, and short sessions hold nothing else.
    @Override
    public boolean claims(Head head) {
        return head.has("sessionId", "timestamp", USAGE + "input_tokens")
                || head.has("sessionId", "parentUuid", "isSidechain")
                || (head.says("type", "file-history-snapshot") && head.has("messageId", "snapshot"))
                || (head.says("type", "summary") && head.has("leafUuid"))
                || (head.says("type", "queue-operation") && head.has("sessionId", "operation"));
    }

    @Override
    public FieldTable<Field> fields(Head head) {
        return TABLE;
    }

    @Override
    public void read(Row<Field> row, RecordSink sink) throws BadValueException {
        ClaudeCodeLine line = new ClaudeCodeLine(row);
        if (line.isCall()) {
            sink.part(line.call());
        } else if (row.text(Field.KIND).equals(Optional.of("user"))
                && row.text(Field.SESSION).isPresent()) {
            sink.part(line.context());
        } else {
            sink.ignored(Ignored.CONTEXT);
        }
    }
}
