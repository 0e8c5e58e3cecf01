package dev.batchable.profile;

import dev.batchable.profile.RatingKey.Known;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.record.Completion;
import dev.batchable.record.Field;
import dev.batchable.record.ModelCall;
import dev.batchable.record.Money;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Request;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tokens;
import dev.batchable.record.UsageBucket;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Reads from a call what its price can depend on.
final class RatingKeys {
    private final RatingScheme scheme;

    RatingKeys(RatingScheme scheme) {
        this.scheme = scheme;
    }

    RatingKey of(Request request) {
        return key(
                request.call(),
                request.timing().start(),
                new Ending(request.completion().outcome(), streaming(request)),
                new Measured(request.tokens(), request.cost(), request.present()));
    }

    /// A bucket sums calls whatever their outcome and streaming.
    RatingKey of(UsageBucket bucket) {
        return key(
                bucket.call(),
                bucket.start(),
                new Ending(Outcome.UNKNOWN, Streaming.UNKNOWN),
                new Measured(bucket.tokens(), bucket.cost(), bucket.present()));
    }

    /// A cost that can be counted: a logged cost of exactly zero with tokens is missing, not free.
    static Optional<Money> charged(Optional<Money> cost) {
        return cost.filter(money -> money.amount().signum() > 0);
    }

    private record Ending(Outcome outcome, Streaming streaming) {}

    private record Measured(Optional<Tokens> tokens, Optional<Money> cost, Set<Field> present) {}

    private RatingKey key(ModelCall call, Instant start, Ending ending, Measured measured) {
        ModelRef model = new ModelRef(told(call.provider()), told(call.model()), told(call.region()));
        long inputTokens = measured.tokens().map(Tokens::input).orElse(0L);
        return new RatingKey(
                model,
                call.tier(),
                call.operation(),
                ending.outcome(),
                ending.streaming(),
                scheme.band(model, start, inputTokens / Math.max(1, call.count())),
                scheme.epoch(model, start),
                new Known(charged(measured.cost()).map(Money::currency), knowledge(call.operation(), measured)));
    }

    /// Blank text is no name.
    private static Optional<String> told(Optional<String> name) {
        return name.filter(text -> !text.isBlank());
    }

    /// The source's own word first, then the first token. A failed call is unknown whatever it says: what it
    /// would have done shows in its caller's other calls. A cancelled stream is judged by its own first token,
    /// for it ended before its flag could be checked against anything else.
    private static Streaming streaming(Request request) {
        Completion completion = request.completion();
        if (completion.outcome().isFailure()) {
            return Streaming.UNKNOWN;
        }
        boolean shown = request.timing().firstTokenShowsStreaming();
        if (shown && (completion.outcome() == Outcome.CANCELLED || completion.streaming() == Streaming.UNKNOWN)) {
            return Streaming.STREAMED;
        }
        return completion.streaming();
    }

    private static TokenKnowledge knowledge(Operation operation, Measured measured) {
        if (measured.tokens().isEmpty()) {
            return TokenKnowledge.NONE;
        }
        boolean input = measured.present().contains(Field.INPUT_TOKENS);
        boolean output = measured.present().contains(Field.OUTPUT_TOKENS);
        if (input && (output || !hasOutput(operation))) {
            return TokenKnowledge.COMPLETE;
        }
        return input || output ? TokenKnowledge.PARTIAL : TokenKnowledge.NONE;
    }

    /// Whether the operation's answer is priced by its tokens; where unknown, it might be.
    private static boolean hasOutput(Operation operation) {
        return switch (operation) {
            case EMBEDDING, RERANK, MODERATION -> false;
            case CHAT, COMPLETION, IMAGE, AUDIO, OTHER, UNKNOWN -> true;
        };
    }
}
