package dev.batchable.sample;

import java.math.BigDecimal;
import java.util.Optional;

/// The models in use, with list prices of October 2026 in USD per million tokens.
enum SampleModel {
    GPT_41("openai", "gpt-4.1", "2", "0.5", "0", "8"),
    GPT_41_MINI("openai", "gpt-4.1-mini", "0.4", "0.1", "0", "1.6"),
    GPT_41_MINI_BATCH("openai", "gpt-4.1-mini", "0.2", "0", "0", "0.8"),
    GPT_4O_MINI("openai", "gpt-4o-mini", "0.15", "0.075", "0", "0.6"),
    /// The promotional price, stated to hold through 2026-11-21.
    GPT_56_SOL("openai", "gpt-5.6-sol", "4", "0.4", "5", "20"),
    EMBEDDING_LARGE("openai", "text-embedding-3-large", "0.13", "0", "0", "0"),
    EMBEDDING_SMALL("openai", "text-embedding-3-small", "0.02", "0", "0", "0"),
    SONNET("anthropic", "claude-sonnet-5", "2", "0.2", "2.5", "10"),
    HAIKU("anthropic", "claude-haiku-4-5", "1", "0.1", "1.25", "5"),
    /// The European inference profile costs a tenth more than the global one.
    HAIKU_ON_BEDROCK("bedrock", "eu.anthropic.claude-haiku-4-5-20251001-v1:0", "1.1", "0.11", "1.375", "5.5"),
    /// Runs on the company's own machines; no catalog knows a price for it.
    SHELF_RANKER("openai_like", "hosted/shelf-ranker-2", "", "", "", "");

    /// What a bill has a line for.
    enum Kind {
        INPUT,
        CACHE_READ,
        CACHE_WRITE,
        OUTPUT
    }

    private final String provider;
    private final String loggedName;
    private final String[] prices;

    SampleModel(String provider, String loggedName, String... prices) {
        this.provider = provider;
        this.loggedName = loggedName;
        this.prices = prices;
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
        String price = prices[kind.ordinal()];
        return price.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(price));
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
