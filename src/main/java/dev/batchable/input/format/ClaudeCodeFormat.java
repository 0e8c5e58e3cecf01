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
    /// Not fields of a call: what a line is, and what tells its call apart.
    static final Field LINE_TYPE = Field.OPERATION;

    static final Field LINE_ID = Field.KEY_ID;
    static final Field MESSAGE_ID = Field.REPEAT_KEY;
    static final Field SPEED = Field.TEAM;
    static final Field VERSION = Field.CURRENCY;
    static final Field IS_ERROR = Field.CACHE_HIT;

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
            .field(LINE_TYPE, "type", "message.role")
            .field(LINE_ID, "uuid")
            .field(MESSAGE_ID, "message.id")
            .field(SPEED, USAGE + "speed")
            .field(VERSION, "version")
            .field(IS_ERROR, "isApiErrorMessage")
            .build();

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
        return Set.of(
                Field.START,
                Field.PROVIDER,
                Field.MODEL,
                Field.OPERATION,
                Field.INPUT_TOKENS,
                Field.OUTPUT_TOKENS,
                Field.CACHE_READ_TOKENS,
                Field.CACHE_WRITE_TOKENS,
                Field.CACHE_WRITE_1H_TOKENS,
                Field.SERVICE_TIER,
                Field.COST,
                Field.STATUS,
                Field.ERROR,
                Field.REQUEST_ID,
                Field.SESSION,
                Field.USER_AGENT,
                Field.PROJECT);
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
        } else if (row.text(LINE_TYPE).equals(Optional.of("user"))
                && row.text(Field.SESSION).isPresent()) {
            sink.part(line.context());
        } else {
            sink.ignored(Ignored.CONTEXT);
        }
    }
}
