package dev.batchable.price;

import dev.batchable.profile.RatingKey;
import dev.batchable.profile.RatingKey.Known;
import dev.batchable.profile.RatingKey.ModelRef;
import dev.batchable.profile.RatingKey.TokenKnowledge;
import dev.batchable.profile.RatingScheme;
import dev.batchable.profile.Usage;
import dev.batchable.record.Operation;
import dev.batchable.record.Outcome;
import dev.batchable.record.Streaming;
import dev.batchable.record.Tier;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// Calls of one kind: successful unstreamed chat on standard, unless said otherwise.
public record TestCalls(
        ModelRef model,
        Tier tier,
        Operation operation,
        Outcome outcome,
        Known known,
        Usage usage,
        Optional<LocalDate> epoch) {
    public static TestCalls of(String provider, String model) {
        return new TestCalls(
                new ModelRef(Optional.of(provider), Optional.of(model), Optional.empty()),
                Tier.STANDARD,
                Operation.CHAT,
                Outcome.OK,
                new Known(Optional.empty(), TokenKnowledge.COMPLETE),
                new Usage(1, Tokens.NONE, BigDecimal.ZERO),
                Optional.empty());
    }

    public TestCalls region(String region) {
        ModelRef ref = new ModelRef(model.provider(), model.model(), Optional.of(region));
        return new TestCalls(ref, tier, operation, outcome, known, usage, epoch);
    }

    public TestCalls tier(Tier value) {
        return new TestCalls(model, value, operation, outcome, known, usage, epoch);
    }

    public TestCalls operation(Operation value) {
        return new TestCalls(model, tier, value, outcome, known, usage, epoch);
    }

    public TestCalls outcome(Outcome value) {
        return new TestCalls(model, tier, operation, value, known, usage, epoch);
    }

    public TestCalls epoch(String day) {
        return new TestCalls(model, tier, operation, outcome, known, usage, Optional.of(LocalDate.parse(day)));
    }

    public TestCalls count(long requests) {
        Usage value = new Usage(requests, usage.tokens(), usage.loggedCost());
        return new TestCalls(model, tier, operation, outcome, known, value, epoch);
    }

    /// Plain input and output, without cached tokens.
    public TestCalls tokens(long input, long output) {
        return tokens(new Tokens(input, 0, 0, 0, output, 0));
    }

    public TestCalls tokens(Tokens tokens) {
        Usage value = new Usage(usage.requests(), tokens, usage.loggedCost());
        return new TestCalls(model, tier, operation, outcome, known, value, epoch);
    }

    public TestCalls knowing(TokenKnowledge tokens) {
        Known value = new Known(known.costCurrency(), tokens);
        return new TestCalls(model, tier, operation, outcome, value, usage, epoch);
    }

    public TestCalls logged(String amount, String currency) {
        Known value = new Known(Optional.of(currency), known.tokens());
        Usage sum = new Usage(usage.requests(), usage.tokens(), new BigDecimal(amount));
        return new TestCalls(model, tier, operation, outcome, value, sum, epoch);
    }

    RatingKey key() {
        return new RatingKey(model, tier, operation, outcome, Streaming.UNSTREAMED, RatingScheme.BASE, epoch, known);
    }
}
