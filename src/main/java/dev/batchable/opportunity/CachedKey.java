package dev.batchable.opportunity;

import dev.batchable.price.PaidKey;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.price.catalog.PromptCaches.Lifetime;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import dev.batchable.report.Opportunity.Side;
import java.math.BigDecimal;
import java.util.Optional;

/// What the calls of one rating key would read from a prompt cache and write to it.
record CachedKey(PaidKey key, Lifetime lifetime) {
    /// Whether writes for that long can be had: at a price, or at that of plain input where the provider charges
    /// none for writes.
    static boolean canWrite(PaidKey key, Lifetime lifetime) {
        return key.row(lifetime.write()).isPresent() || lifetime.write() == TokenKind.CACHE_WRITE_5M;
    }

    /// @param prefix tokens that every call has in common
    /// @param writes calls that find nothing in the cache
    void add(long prefix, long writes, Lines lines) {
        Tokens tokens = key.usage().tokens();
        BigDecimal factor = key.factor().orElseThrow();
        PriceRow input = key.row(TokenKind.INPUT).orElseThrow();
        long hits = key.usage().requests() - writes;
        long read = missing(prefix, hits, tokens.cacheRead(), tokens.plainInput());
        lines.at(Side.NOW, input, read, factor);
        lines.at(Side.INSTEAD, key.row(TokenKind.CACHE_READ).orElseThrow(), read, factor);
        Optional<PriceRow> writing =
                key.row(lifetime.write()).filter(row -> !row.id().equals(input.id()));
        if (writing.isPresent()) {
            long written = missing(prefix, writes, tokens.cacheWrite(), tokens.plainInput() - read);
            lines.at(Side.NOW, input, written, factor);
            lines.at(Side.INSTEAD, writing.get(), written, factor);
        }
    }

    /// What `calls` share, less what passes the cache already; no more than there is.
    private static long missing(long prefix, long calls, long already, long most) {
        return Math.max(0, Math.min(most, Math.multiplyExact(prefix, calls) - already));
    }
}
