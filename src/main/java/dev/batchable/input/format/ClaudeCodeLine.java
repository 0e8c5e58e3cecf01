package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Part;
import dev.batchable.record.Request;
import java.util.List;
import java.util.Optional;

/// One line of a Claude Code session on its way to a part of a call, or to what holds for the calls around it.
///
/// The time of a line is when it was written, so that the earliest line of an answer is the nearest to the start that
/// a session tells.
final class ClaudeCodeLine {
    private static final String WITNESS = "claude-code";

    private final Row<Field> raw;
    private final TrackedRow row;

    ClaudeCodeLine(Row<Field> raw) {
        this.raw = raw;
        row = new TrackedRow(raw);
    }

    /// Whether it tells of a call to a provider: of an answer with its usage, or of an error in place of one. Other
    /// answers that Claude Code wrote itself are none.
    boolean isCall() throws BadValueException {
        return isError() || (raw.count(Field.INPUT_TOKENS).isPresent() && !isSynthetic());
    }

    private boolean isError() throws BadValueException {
        return raw.flag(Field.STATUS).orElse(false);
    }

    private boolean isSynthetic() {
        return raw.text(Field.MODEL).filter(ClaudeCode.SYNTHETIC::equals).isPresent();
    }

    Part call() throws BadValueException {
        Outcome outcome = outcome();
        row.note(Field.OPERATION);
        CallDraft draft = CallDraft.of(row)
                .provider(provider())
                .operation(Operation.CHAT)
                .outcome(outcome)
                .identity(new Identity(id(), row.text(Field.SESSION), Optional.empty(), Optional.empty()))
                .caller(caller(raw.text(Field.USER_AGENT).isPresent()));
        // The zeros beside an error are no counts.
        draft = isError()
                ? draft.model(Optional.empty()).tokens(Optional.empty())
                : draft.tokens(TokenCounts.readAddingCache(row));
        return part(Part.Role.CALL, name(), draft.request());
    }

    Part context() throws BadValueException {
        Identity session = new Identity(Optional.empty(), row.text(Field.SESSION), Optional.empty(), Optional.empty());
        return part(
                Part.Role.CONTEXT,
                "",
                ContextDraft.of(row, session, caller(true)).request());
    }

    private Part part(Part.Role role, String name, Request facts) {
        return Parts.of(raw, role, name, WITNESS, facts);
    }

    private Optional<String> messageId() {
        return raw.text(Field.CALL);
    }

    /// The request's id, which copies in other files have in common; behind some gateways only the answer has one.
    private Optional<String> id() {
        return row.noted(
                Field.REQUEST_ID, raw.text(Field.REQUEST_ID).or(() -> isSynthetic() ? Optional.empty() : messageId()));
    }

    private String name() {
        Optional<String> request = raw.text(Field.REQUEST_ID);
        Optional<String> message = messageId();
        return request.isPresent() || message.isPresent()
                ? message.orElse("") + '/' + request.orElse("")
                : raw.text(Field.UNIT).orElseGet(() -> Parts.nameByLine(raw));
    }

    private Optional<String> provider() {
        Optional<String> known = messageId()
                .flatMap(ClaudeCode::provider)
                .or(() -> raw.text(Field.REQUEST_ID).flatMap(ClaudeCode::provider));
        return row.noted(Field.PROVIDER, known);
    }

    private Outcome outcome() throws BadValueException {
        row.note(Field.STATUS);
        return isError() ? row.text(Field.ERROR).map(Outcomes::ofError).orElse(Outcome.FAILED) : Outcome.OK;
    }

    private Caller caller(boolean withAgent) {
        Optional<String> entrypoint = raw.text(Field.USER_AGENT);
        Optional<String> agent = withAgent
                ? Optional.of(ClaudeCode.userAgent(
                        raw.text(Field.VERSION), entrypoint.map(List::of).orElse(List.of())))
                : Optional.empty();
        return PlainCaller.of(row.decoded(Field.PROJECT, ProjectFolder::name), row.noted(Field.USER_AGENT, agent));
    }
}
