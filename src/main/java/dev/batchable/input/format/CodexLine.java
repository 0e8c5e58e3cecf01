package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Part;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import java.util.Optional;

/// One line of a Codex session on its way to a call, or to what holds for the calls after it.
///
/// Token counts are written when the answer is there; how long it took is not told, so their time stands for the
/// start.
final class CodexLine {
    private static final String WITNESS = "codex";
    private static final String TOKEN_COUNT = "token_count";

    private final Row<Field> raw;
    private final TrackedRow row;

    CodexLine(Row<Field> raw) {
        this.raw = raw;
        row = new TrackedRow(raw);
    }

    /// Counts without `info` only report how much of a subscription is used up.
    boolean tellsTokens() {
        return raw.text(Field.NAME).filter(TOKEN_COUNT::equals).isPresent()
                && raw.text(Field.DETAIL).isPresent();
    }

    /// @throws BadValueException where only totals are told, from which no call can be told
    Part call() throws BadValueException {
        if (raw.count(Field.INPUT_TOKENS).isEmpty()) {
            throw new BadValueException("payload.info.last_token_usage", "", "the tokens of the last call");
        }
        row.note(Field.OPERATION);
        row.note(Field.STATUS);
        Request facts = CallDraft.of(row)
                .provider(Optional.empty())
                .operation(Operation.CHAT)
                .outcome(Outcome.OK)
                .identity(identity())
                .caller(Caller.NONE)
                .request();
        return Parts.call(raw, WITNESS, facts);
    }

    /// No id is told, but a line that was copied to another file, such as a backup made while the session went on,
    /// tells the same time and the same totals there.
    private Identity identity() {
        Optional<String> id =
                raw.text(Field.CALL).flatMap(totals -> raw.text(Field.START).map(time -> time + ' ' + totals));
        return new Identity(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Part session() throws BadValueException {
        Identity session = new Identity(Optional.empty(), row.text(Field.SESSION), Optional.empty(), Optional.empty());
        Request facts = ContextDraft.of(row, session, caller(userAgent()))
                .provider(row.decoded(Field.PROVIDER, Providers::canonical))
                .request();
        return part(Part.Role.CONTEXT, "", facts);
    }

    Part turn() throws BadValueException {
        Request facts = ContextDraft.of(row, Identity.NONE, caller(Optional.empty()))
                .model(row.text(Field.MODEL))
                .request();
        return part(Part.Role.CONTEXT, "", facts);
    }

    private Part part(Part.Role role, String name, Request facts) {
        return Parts.of(raw, role, name, WITNESS, facts);
    }

    /// `codex_exec/0.61.0 (exec)`; sub-agents name theirs in an object.
    private Optional<String> userAgent() {
        String version = raw.text(Field.VERSION).map(text -> "/" + text).orElse("");
        String source = raw.text(Field.ORIGIN)
                .map(text -> text.startsWith("{") ? " (subagent)" : " (" + text + ")")
                .orElse("");
        return row.text(Field.USER_AGENT).map(originator -> originator + version + source);
    }

    private Caller caller(Optional<String> userAgent) {
        return PlainCaller.of(row.decoded(Field.PROJECT, ProjectFolder::name), userAgent);
    }
}
