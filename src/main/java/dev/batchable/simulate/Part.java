package dev.batchable.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Takes a share of one amount after another so that the parts add up to the share of the sum, rounded down: no
/// call is cut, and none is lost to rounding.
final class Part {
    private static final long MILLION = 1_000_000;

    private final long millionths;
    private long whole;
    private long given;

    /// @param share 0–1, to six decimals
    Part(BigDecimal share) {
        millionths = share.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    long of(long amount) {
        whole = Math.addExact(whole, amount);
        long now = whole / MILLION * millionths + whole % MILLION * millionths / MILLION;
        long part = now - given;
        given = now;
        return part;
    }
}
