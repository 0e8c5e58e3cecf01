package dev.batchable.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.diff.Effects.Behaviour;
import dev.batchable.diff.Effects.Mix;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    /// The worked example of docs/diff.md.
    @Test
    void explainsTheExampleOfTheDocumentation() {
        Work old = work(
                1_000,
                piece("a", Tier.STANDARD, TokenKind.INPUT, 8_000_000, "16"),
                piece("a", Tier.STANDARD, TokenKind.CACHE_READ, 2_000_000, "1"),
                piece("a", Tier.STANDARD, TokenKind.OUTPUT, 1_000_000, "8"));
        Work now = work(
                1_200,
                piece("a", Tier.STANDARD, TokenKind.INPUT, 3_000_000, "5.4"),
                piece("a", Tier.BATCH, TokenKind.INPUT, 12_000_000, "12"),
                piece("a", Tier.STANDARD, TokenKind.OUTPUT, 240_000, "1.92"),
                piece("a", Tier.BATCH, TokenKind.OUTPUT, 960_000, "3.84"));

        assertThat(effects(old, now))
                .isEqualTo(new Effects(
                        decimal("5"),
                        new Behaviour(decimal("5.1"), decimal("4.5"), decimal("0"), decimal("0")),
                        new Mix(decimal("0"), decimal("-15.84")),
                        decimal("-0.6")));
    }

    @Test
    void findsNothingWhereNothingChanged() {
        Work same = work(10, piece("a", Tier.STANDARD, TokenKind.INPUT, 3, "0.000007"));
        assertThat(effects(same, same)).isEqualTo(Effects.NONE);
    }

    @Test
    void takesWorkThatBeganOrEndedForVolume() {
        Work some = work(10, piece("a", Tier.STANDARD, TokenKind.INPUT, 3, "7"));
        Work none = work(0);
        assertThat(effects(none, some)).isEqualTo(Effects.ofVolume(decimal("7")));
        assertThat(effects(some, none)).isEqualTo(Effects.ofVolume(decimal("-7")));
    }

    @Test
    void takesAModelThatWasNotUsedBeforeForMixAtItsNewPrice() {
        Work old = work(10, piece("a", Tier.STANDARD, TokenKind.INPUT, 100, "10"));
        Work now = work(10, piece("b", Tier.BATCH, TokenKind.INPUT, 100, "3"));
        assertThat(effects(old, now).mix()).isEqualTo(new Mix(decimal("-7"), decimal("0")));
        assertThat(effects(old, now).total()).isEqualTo(decimal("-7"));
    }

    @Test
    void goesByTokensWhereCallsAreNotCounted() {
        Work old = work(0, piece("a", Tier.STANDARD, TokenKind.INPUT, 100, "10"));
        Work now = work(0, piece("a", Tier.STANDARD, TokenKind.INPUT, 150, "15"));
        assertThat(effects(old, now)).isEqualTo(Effects.ofVolume(decimal("5")));
    }

    @Test
    void callsAChangedCostOfACallUntoldWhereTokensAreNot() {
        Work old = work(10, new Piece("a", Tier.STANDARD, Optional.empty(), decimal("10"), decimal("20")));
        Work now = work(20, new Piece("a", Tier.STANDARD, Optional.empty(), decimal("20"), decimal("50")));
        assertThat(effects(old, now).volume()).isEqualTo(decimal("20"));
        assertThat(effects(old, now).behaviour().untold()).isEqualTo(decimal("10"));
        assertThat(effects(old, now).total()).isEqualTo(decimal("30"));
    }

    /// Of realtime spend alone, a move to batch is what is gone from it.
    @Test
    void countsOnlyTheTiersItIsAskedFor() {
        Work old = work(10, piece("a", Tier.STANDARD, TokenKind.INPUT, 100, "10"));
        Work now = work(
                20,
                piece("a", Tier.STANDARD, TokenKind.INPUT, 50, "5"),
                piece("a", Tier.BATCH, TokenKind.INPUT, 150, "7.5"));
        Effects realtime = new Explanation(old, now, Tier::isRealtime).effects();
        assertThat(realtime.volume()).isEqualTo(decimal("10"));
        assertThat(realtime.mix()).isEqualTo(new Mix(decimal("0"), decimal("-15")));
        assertThat(realtime.total()).isEqualTo(decimal("-5"));
    }

    /// Whatever the two windows hold, nothing is left over, to the last digit.
    @Test
    void leavesNothingOverForAnyWork() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Work old = anyWork(random);
            Work now = anyWork(random);
            assertThat(effects(old, now).total())
                    .isEqualByComparingTo(now.spend().subtract(old.spend()));
        }
    }

    private static <T> T any(T[] values, Random random) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private static Work anyWork(Random random) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Optional<TokenKind> kind =
                    random.nextInt(6) == 0 ? Optional.empty() : Optional.of(any(TokenKind.values(), random));
            pieces.add(new Piece(
                    "m" + random.nextInt(3),
                    any(Tier.values(), random),
                    kind,
                    BigDecimal.valueOf(random.nextInt(1_000)),
                    BigDecimal.valueOf(random.nextInt(1_000_000), 13)));
        }
        return new Work(BigDecimal.valueOf(random.nextInt(4)), pieces);
    }

    private static Effects effects(Work old, Work now) {
        return new Explanation(old, now, tier -> true).effects();
    }

    private static Work work(long calls, Piece... pieces) {
        return new Work(BigDecimal.valueOf(calls), List.of(pieces));
    }

    private static Piece piece(String model, Tier tier, TokenKind kind, long tokens, String amount) {
        return new Piece(model, tier, Optional.of(kind), BigDecimal.valueOf(tokens), decimal(amount));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
