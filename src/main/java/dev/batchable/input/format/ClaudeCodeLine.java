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
import dev.batchable.record.SourceRef;
import dev.batchable.record.Tier;
import java.util.List;
import java.util.Optional;

/// One line of a Claude Code session on its way to a part of a call, or to what holds for the calls around it.
///
/// The time of a line is when it was written, so that the earliest line of an answer is the nearest to the start that
/// a session tells.
final class ClaudeCodeLine {
    private static final String WITNESS = "claude-code";
    private static final String FAST = "fast";

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
        return raw.flag(ClaudeCodeFormat.IS_ERROR).orElse(false);
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
                .tier(tier())
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
        return new Part(
                raw.text(Field.SESSION).orElse(raw.file()),
                new SourceRef(raw.file(), raw.line()),
                role,
                name,
                Optional.empty(),
                WITNESS,
                facts);
    }

    private Optional<String> messageId() {
        return raw.text(ClaudeCodeFormat.MESSAGE_ID);
    }

    /// The request's id, which copies in other files have in common; behind some gateways only the answer has one.
    private Optional<String> id() {
        return kept(
                Field.REQUEST_ID, raw.text(Field.REQUEST_ID).or(() -> isSynthetic() ? Optional.empty() : messageId()));
    }

    private String name() {
        Optional<String> request = raw.text(Field.REQUEST_ID);
        Optional<String> message = messageId();
        return request.isPresent() || message.isPresent()
                ? message.orElse("") + '/' + request.orElse("")
                : raw.text(ClaudeCodeFormat.LINE_ID).orElseGet(() -> "line " + raw.line());
    }

    private Optional<String> provider() {
        Optional<String> known = messageId()
                .flatMap(ClaudeCode::provider)
                .or(() -> raw.text(Field.REQUEST_ID).flatMap(ClaudeCode::provider));
        return kept(Field.PROVIDER, known);
    }

    private Tier tier() {
        if (raw.text(ClaudeCodeFormat.SPEED).filter(FAST::equals).isPresent()) {
            row.note(Field.SERVICE_TIER);
            return Tier.PRIORITY;
        }
        return Tiers.ofCall(row);
    }

    private Outcome outcome() throws BadValueException {
        row.note(Field.STATUS);
        return isError() ? row.text(Field.ERROR).map(Outcomes::ofError).orElse(Outcome.FAILED) : Outcome.OK;
    }

    private Caller caller(boolean withAgent) {
        Optional<String> entrypoint = raw.text(Field.USER_AGENT);
        Optional<String> agent = withAgent
                ? Optional.of(ClaudeCode.userAgent(
                        raw.text(ClaudeCodeFormat.VERSION),
                        entrypoint.map(List::of).orElse(List.of())))
                : Optional.empty();
        return PlainCaller.of(row.decoded(Field.PROJECT, ProjectFolder::name), kept(Field.USER_AGENT, agent));
    }

    private <T> Optional<T> kept(Field field, Optional<T> value) {
        if (value.isPresent()) {
            row.note(field);
        }
        return value;
    }
}
