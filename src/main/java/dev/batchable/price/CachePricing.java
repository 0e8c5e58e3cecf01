package dev.batchable.price;

import dev.batchable.price.catalog.Quote;
import dev.batchable.record.TokenKind;
import dev.batchable.record.Tokens;
import java.math.BigDecimal;
import java.util.Optional;

/// What prompt-cache traffic would cost on a target tier.
///
/// Whether a deferred job still finds the cache warm is rarely documented, and it decides whether moving pays:
/// at a read price of a tenth and a batch price of a half, eight hits in ten make realtime cheaper than a batch
/// that hits nothing. So a hit is priced twice.
///
/// - *Lost*: the prompt is written again at the dominant time-to-live, if the workload wrote cache and the
/// provider charges for it; else it is plain input.
/// - *Kept*: at the target's own row where one is documented, else at the standard price.
///
/// The pessimistic end is the dearer of the two, the optimistic end the cheaper, and the expectation keeps the
/// share of hits that the provider documents at least; none where it documents none.
///
/// @param target documented prices of the target
/// @param standard documented standard prices
/// @param current prices on the tier that the calls ran on
/// @param dominantWrite the write that the workload's cache traffic would become; empty where it wrote none
/// @param retention share of hits kept in expectation, 0–1; empty on a synchronous tier, where all are kept
record CachePricing(
        RateCard target,
        RateCard standard,
        RateCard current,
        Optional<TokenKind> dominantWrite,
        Optional<BigDecimal> retention) {

    static Optional<TokenKind> dominantWrite(Tokens tokens) {
        if (tokens.cacheWrite() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                tokens.cacheWrite1h() > tokens.cacheWrite5m() ? TokenKind.CACHE_WRITE_1H : TokenKind.CACHE_WRITE_5M);
    }

    /// Price per million tokens of a cached kind; low is the pessimistic end. Empty where even plain input has
    /// no price on the target.
    Optional<Range> rate(TokenKind kind) {
        return target.rate(TokenKind.INPUT).map(Quote.Priced::perMillion).map(plain -> {
            BigDecimal kept = kept(kind, plain);
            return retention.map(share -> range(kept, lost(plain), share)).orElse(new Range(kept, kept, kept));
        });
    }

    private static Range range(BigDecimal kept, BigDecimal lost, BigDecimal share) {
        BigDecimal expected = kept.multiply(share).add(lost.multiply(BigDecimal.ONE.subtract(share)));
        return new Range(kept.max(lost), expected, kept.min(lost));
    }

    private BigDecimal lost(BigDecimal plain) {
        return dominantWrite
                .flatMap(write ->
                        standard.rate(write).map(realtime -> target.rate(write).orElse(realtime)))
                .map(Quote.Priced::perMillion)
                .orElse(plain);
    }

    private BigDecimal kept(TokenKind kind, BigDecimal plain) {
        boolean freeWrite = kind != TokenKind.CACHE_READ && !standard.chargesCacheWrites();
        Optional<Quote.Priced> realtime =
                freeWrite ? Optional.empty() : standard.rate(kind).or(() -> current.rate(kind));
        return target.rate(kind)
                .or(() -> realtime)
                .map(Quote.Priced::perMillion)
                .orElse(plain);
    }
}
