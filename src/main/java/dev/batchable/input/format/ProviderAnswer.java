package dev.batchable.input.format;

import dev.batchable.input.BadValueException;
import dev.batchable.record.Field;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Providers;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Timing;
import dev.batchable.record.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// A provider's own answer, found by [ProviderAnswerFields], on its way to a request.
///
/// Many providers speak OpenAI's language, so an answer in it names no provider; the model may.
final class ProviderAnswer {
    /// What OpenRouter's ids begin with; such an answer names as its provider who served it, not who sends the bill.
    private static final String OPENROUTER_ID = "gen-";

    private final TrackedRow row;
    private final Optional<Tokens> tokens;

    private ProviderAnswer(TrackedRow row) throws BadValueException {
        this.row = row;
        tokens = ProviderAnswerTokens.read(row);
    }

    static Request request(TrackedRow row) throws BadValueException {
        Request request = new ProviderAnswer(row).draft().request();
        boolean answered = request.tokens().isPresent() || row.has(Field.OPERATION);
        if (!answered && !request.completion().outcome().isFailure()) {
            throw new BadValueException(
                    "object", "", "the answer of a model, such as a chat.completion with its usage");
        }
        return request;
    }

    /// The answer to one request of a batch.
    static Request batched(TrackedRow row) throws BadValueException {
        return new ProviderAnswer(row)
                .draft()
                .tier(Tier.BATCH)
                .streaming(Streaming.UNSTREAMED)
                .request();
    }

    /// A draft for a log that keeps its own times.
    static CallDraft draft(TrackedRow row, Timing timing) throws BadValueException {
        return new ProviderAnswer(row).draft(timing);
    }

    /// What one chunk of a streamed answer tells of it.
    static Request chunk(TrackedRow row) throws BadValueException {
        row.note(Field.STREAM);
        return new ProviderAnswer(row).draft().streaming(Streaming.STREAMED).request();
    }

    private CallDraft draft() throws BadValueException {
        return draft(timing());
    }

    private CallDraft draft(Timing timing) throws BadValueException {
        CallDraft draft = CallDraft.of(row)
                .timing(timing)
                .tokens(tokens)
                .provider(provider())
                .operation(operation())
                .outcome(outcome());
        return isBackground() ? draft.streaming(Streaming.UNSTREAMED) : draft;
    }

    /// Whether nobody waits for the answer and nothing says that it was streamed all the same. That a call did not run
    /// in the background tells nothing of its stream.
    private boolean isBackground() throws BadValueException {
        boolean background =
                row.flag(Field.STREAM).isEmpty() && row.flag(Field.DETAIL).orElse(false);
        if (background) {
            row.note(Field.STREAM);
        }
        return background;
    }

    /// A latency that the logger measured goes before the answer's own times, which are whole seconds.
    private Timing timing() throws BadValueException {
        OptionalLong told = TimeUnits.millis(row, Field.LATENCY, row.path(Field.LATENCY));
        Optional<Instant> end = row.instant(Field.END);
        Instant start = start(end, told);
        return new Timing(
                start,
                told.isPresent() ? told : between(start, end),
                TimeUnits.millis(row, Field.FIRST_TOKEN, row.path(Field.FIRST_TOKEN)));
    }

    private Instant start(Optional<Instant> end, OptionalLong latency) throws BadValueException {
        Optional<Instant> start = row.instant(Field.START);
        if (start.isPresent()) {
            return start.orElseThrow();
        }
        if (end.isEmpty() || latency.isEmpty()) {
            throw new BadValueException(
                    "ts", "", "the time of the call; the answer itself tells none, so log one beside it");
        }
        return end.orElseThrow().minusMillis(latency.getAsLong());
    }

    private OptionalLong between(Instant start, Optional<Instant> end) {
        if (end.isEmpty() || end.orElseThrow().isBefore(start)) {
            row.forget(Field.END);
            return OptionalLong.empty();
        }
        row.note(Field.LATENCY);
        return OptionalLong.of(Duration.between(start, end.orElseThrow()).toMillis());
    }

    private Optional<String> provider() {
        Optional<String> told = row.decoded(Field.PROVIDER, Providers::canonical);
        String id = row.text(Field.REQUEST_ID).orElse("");
        Optional<String> shown = told.isPresent() && id.startsWith(OPENROUTER_ID)
                ? Optional.of(Providers.OPENROUTER)
                : Optional.<String>empty()
                        .or(() -> id.startsWith("msg_bdrk_") ? Optional.of(Providers.BEDROCK) : Optional.empty())
                        .or(() -> id.startsWith("msg_vrtx_") ? Optional.of(Providers.VERTEX) : Optional.empty())
                        .or(() -> told)
                        .or(this::byTraffic);
        return row.noted(Field.PROVIDER, shown);
    }

    /// Only Vertex AI tells a traffic type.
    private Optional<String> byTraffic() {
        String tier = row.path(Field.SERVICE_TIER);
        return tier.endsWith("trafficType") || tier.endsWith("traffic_type")
                ? Optional.of(Providers.VERTEX)
                : Optional.empty();
    }

    private Operation operation() {
        Optional<String> kind = row.text(Field.OPERATION, name -> !name.equals("error"));
        if (kind.isEmpty()) {
            return ProviderAnswerTokens.isGemini(row) ? Operation.CHAT : Operation.UNKNOWN;
        }
        // The only list with a usage is one of embeddings; some loggers cut the vectors out.
        return kind.orElseThrow().equals("list") ? Operation.EMBEDDING : Operations.of(kind);
    }

    /// An answer that tells its tokens and no failure was given, whatever word it ended with.
    private Outcome outcome() {
        Outcome told = Outcomes.of(row.text(Field.HTTP_STATUS), row.text(Field.STATUS), row.text(Field.ERROR));
        return told == Outcome.UNKNOWN && tokens.isPresent() ? Outcome.OK : told;
    }
}
