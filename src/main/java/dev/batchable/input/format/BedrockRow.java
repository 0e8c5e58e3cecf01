package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.input.Row;
import dev.batchable.record.Caller;
import dev.batchable.record.Field;
import dev.batchable.record.Identity;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.util.Locale;
import java.util.Optional;

/// One model invocation record on its way to a request.
///
/// AWS does not document whether the timestamp is that of the request or of the answer; it is taken for the start.
final class BedrockRow {

    private final Row<Field> raw;
    private final TrackedRow row;
    private final BedrockModelId model;
    private final BedrockPrincipal principal;

    BedrockRow(Row<Field> raw) {
        this.raw = raw;
        row = new TrackedRow(raw);
        model = BedrockModelId.of(raw.text(Field.MODEL).orElse(""));
        principal = BedrockPrincipal.of(raw.text(Field.KEY_ALIAS).orElse(""));
    }

    Request request() throws BadValueException {
        // AWS counts cached tokens beside the input, whatever the model:
        // https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html
        Optional<Tokens> tokens = TokenCounts.readAddingCache(row);
        row.note(Field.PROVIDER);
        return CallDraft.of(row)
                .timing(Timings.inMillis(row))
                .provider(Optional.of(Providers.BEDROCK))
                .model(row.noted(Field.MODEL, model.model()))
                .operation(operation(tokens))
                .tier(tier())
                .tokens(tokens)
                .outcome(outcome())
                .streaming(streaming())
                .identity(identity())
                .caller(caller())
                .request();
    }

    private Operation operation(Optional<Tokens> tokens) {
        Operation told = Operations.of(row);
        boolean invoked = operationName().startsWith("invokemodel");
        return invoked
                ? model.invoked(tokens.filter(counts -> counts.output() > 0).isPresent())
                : told;
    }

    private String operationName() {
        return raw.text(Field.OPERATION).orElse("").toLowerCase(Locale.ROOT);
    }

    private Tier tier() {
        if (model.provisioned()) {
            row.note(Field.SERVICE_TIER);
            return Tier.PROVISIONED;
        }
        return Tiers.ofCall(row);
    }

    /// An error code stands in the records of failed calls and in no other.
    private Outcome outcome() {
        return row.text(Field.ERROR).map(Outcomes::ofError).orElse(Outcome.OK);
    }

    /// `ConverseStream`, `InvokeModelWithResponseStream`
    private Streaming streaming() {
        String operation = operationName();
        if (operation.isEmpty()) {
            return Streaming.UNKNOWN;
        }
        row.note(Field.STREAM);
        return operation.endsWith("stream") ? Streaming.STREAMED : Streaming.UNSTREAMED;
    }

    private Identity identity() {
        return new Identity(
                row.text(Field.REQUEST_ID),
                row.text(Field.SESSION),
                row.noted(Field.USER, row.text(Field.USER).or(principal::person)),
                Optional.empty());
    }

    private Caller caller() {
        Caller told = Callers.of(row);
        if (principal.name().isEmpty()) {
            row.forget(Field.KEY_ALIAS);
        }
        return new Caller(
                row.noted(Field.WORKLOAD, told.workload().or(model::application)),
                principal.name(),
                Optional.empty(),
                told.service(),
                told.project(),
                told.team(),
                Optional.empty(),
                told.tags());
    }
}
