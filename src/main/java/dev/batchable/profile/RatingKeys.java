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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads from a call what its price can depend on. Not safe for use by several threads.
final class RatingKeys {
    /// Real logs hold tens; beyond this the memory starts anew.
    private static final int MAX_KNOWN_MODELS = 1_024;

    private final RatingScheme scheme;
    private final Map<ModelCall, KnownModel> models = new HashMap<>();

    /// What need not be found out again for every call of a model.
    private record KnownModel(ModelRef ref, RatingScheme.OfModel prices) {}

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
        return isCharged(cost) ? cost : Optional.empty();
    }

    private static boolean isCharged(Optional<Money> cost) {
        return cost.isPresent() && cost.get().amount().signum() > 0;
    }

    private record Ending(Outcome outcome, Streaming streaming) {}

    private record Measured(Optional<Tokens> tokens, Optional<Money> cost, Set<Field> present) {}

    private RatingKey key(ModelCall call, Instant start, Ending ending, Measured measured) {
        KnownModel model = known(call);
        long inputTokens = measured.tokens().orElse(Tokens.NONE).input();
        boolean charged = isCharged(measured.cost());
        return new RatingKey(
                model.ref,
                call.tier(),
                call.operation(),
                ending.outcome(),
                ending.streaming(),
                model.prices.band(start, inputTokens / Math.max(1, call.count())),
                model.prices.epoch(start),
                new Known(
                        charged ? measured.cost().map(Money::currency) : Optional.empty(),
                        knowledge(call.operation(), measured)));
    }

    private KnownModel known(ModelCall call) {
        KnownModel known = models.get(call);
        if (known == null) {
            if (models.size() >= MAX_KNOWN_MODELS) {
                models.clear();
            }
            ModelRef model = new ModelRef(told(call.provider()), told(call.model()), told(call.region()));
            known = new KnownModel(model, scheme.ofModel(model));
            models.put(call, known);
        }
        return known;
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
