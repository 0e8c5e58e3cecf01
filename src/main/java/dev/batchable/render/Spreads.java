package dev.batchable.render;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.simulate.Spread;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;

/// A figure over several runs as people read it: the middle one, and in brackets the lowest and highest where they
/// differ.
final class Spreads {
    private Spreads() {}

    static String count(Spread spread) {
        return text(spread, figure -> Figures.count(figure.longValue()));
    }

    static String percent(Spread spread) {
        return text(spread, Figures::percent);
    }

    static String money(Spread spread, String currency) {
        int decimals = Figures.decimals(spread.low().abs().max(spread.high().abs()));
        return text(spread, figure -> Figures.fixed(figure, decimals)) + " " + currency;
    }

    static String time(Spread seconds) {
        return text(seconds, figure -> Wording.duration(Duration.ofSeconds(figure.longValue())));
    }

    static boolean isZero(Spread spread) {
        return spread.low().signum() == 0 && spread.high().signum() == 0;
    }

    private static String text(Spread spread, Function<BigDecimal, String> words) {
        String low = words.apply(spread.low());
        String high = words.apply(spread.high());
        return words.apply(spread.middle()) + (low.equals(high) ? "" : " (" + low + " to " + high + ")");
    }
}
