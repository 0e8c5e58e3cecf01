package dev.batchable.record;

import java.util.Locale;

/// What a token price or a charge is for.
public enum TokenKind {
    INPUT,
    CACHE_READ,
    CACHE_WRITE_5M,
    CACHE_WRITE_1H,
    OUTPUT;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The billable quantity of this kind: plain input without its cached parts, so that the kinds of one call
    /// sum to its total.
    public long of(Tokens tokens) {
        return switch (this) {
            case INPUT -> tokens.plainInput();
            case CACHE_READ -> tokens.cacheRead();
            case CACHE_WRITE_5M -> tokens.cacheWrite5m();
            case CACHE_WRITE_1H -> tokens.cacheWrite1h();
            case OUTPUT -> tokens.output();
        };
    }
}
