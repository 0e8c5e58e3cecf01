package dev.batchable.sample;

import java.math.BigDecimal;
import java.util.Optional;

/// The models in use, with their prices in USD.
enum SampleModel {
    GPT_41("openai", "gpt-4.1"),
    GPT_41_MINI("openai", "gpt-4.1-mini"),
    GPT_41_MINI_BATCH("openai", "gpt-4.1-mini"),
    GPT_4O_MINI("openai", "gpt-4o-mini"),
    GPT_56_SOL("openai", "gpt-5.6-sol"),
    EMBEDDING_LARGE("openai", "text-embedding-3-large"),
    EMBEDDING_SMALL("openai", "text-embedding-3-small"),
    SONNET("anthropic", "claude-sonnet-5"),
    HAIKU("anthropic", "claude-haiku-4-5"),
    HAIKU_ON_BEDROCK("bedrock", "eu.anthropic.claude-haiku-4-5-20251001-v1:0"),
    /// Runs on the company's own machines.
    SHELF_RANKER("openai_like", "hosted/shelf-ranker-2");

    /// What a bill has a line for.
    enum Kind {
        INPUT,
        CACHE_READ,
        CACHE_WRITE,
        OUTPUT
    }

    private final String provider;
    private final String loggedName;

    SampleModel(String provider, String loggedName) {
        this.provider = provider;
        this.loggedName = loggedName;
    }

    String provider() {
        return provider;
    }

    String loggedName() {
        return loggedName;
    }

    boolean isBatch() {
        return this == GPT_41_MINI_BATCH;
    }

    String apiBase() {
        return switch (provider) {
            case "openai" -> "https://api.openai.com";
            case "anthropic" -> "https://api.anthropic.com";
            case "bedrock" -> "https://bedrock-runtime.eu-central-1.amazonaws.com";
            default -> "http://ranker.internal.example:8000/v1";
        };
    }

    /// Per million tokens; empty where nobody bills the model.
    Optional<BigDecimal> price(Kind kind) {
        return prices().map(prices -> new BigDecimal(prices.of(kind)));
    }

    /// List prices of October 2026. That of the largest model was promotional and stated to hold through 21
    /// November; the European inference profile of Bedrock costs a tenth more than the global one.
    private Optional<Prices> prices() {
        return switch (this) {
            case GPT_41 -> Optional.of(new Prices("2", "0.5", "0", "8"));
            case GPT_41_MINI -> Optional.of(new Prices("0.4", "0.1", "0", "1.6"));
            case GPT_41_MINI_BATCH -> Optional.of(new Prices("0.2", "0", "0", "0.8"));
            case GPT_4O_MINI -> Optional.of(new Prices("0.15", "0.075", "0", "0.6"));
            case GPT_56_SOL -> Optional.of(new Prices("4", "0.4", "5", "20"));
            case EMBEDDING_LARGE -> Optional.of(new Prices("0.13", "0", "0", "0"));
            case EMBEDDING_SMALL -> Optional.of(new Prices("0.02", "0", "0", "0"));
            case SONNET -> Optional.of(new Prices("2", "0.2", "2.5", "10"));
            case HAIKU -> Optional.of(new Prices("1", "0.1", "1.25", "5"));
            case HAIKU_ON_BEDROCK -> Optional.of(new Prices("1.1", "0.11", "1.375", "5.5"));
            case SHELF_RANKER -> Optional.empty();
        };
    }

    private record Prices(String input, String cacheRead, String cacheWrite, String output) {
        String of(Kind kind) {
            return switch (kind) {
                case INPUT -> input;
                case CACHE_READ -> cacheRead;
                case CACHE_WRITE -> cacheWrite;
                case OUTPUT -> output;
            };
        }
    }

    /// Zero for a model without a price: that is what the gateway logs.
    BigDecimal cost(TokenCount tokens) {
        BigDecimal cost = BigDecimal.ZERO;
        for (Kind kind : Kind.values()) {
            BigDecimal price = price(kind).orElse(BigDecimal.ZERO);
            cost = cost.add(price.multiply(BigDecimal.valueOf(tokens.of(kind))).movePointLeft(6));
        }
        return cost;
    }
}
