package dev.batchable.price.catalog;

import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// One price as another catalog states it, to hold ours against.
///
/// @param perMillion dollars per 1,000,000 tokens
/// @param catalog the other catalog, `litellm` or `genai-prices`
/// @param snapshot day of the copy that was read
record SecondFact(
        String provider,
        String model,
        Tier tier,
        String band,
        TokenKind kind,
        BigDecimal perMillion,
        String catalog,
        LocalDate snapshot) {

    static List<SecondFact> all() {
        return TestTable.rows("second-catalog.csv", 8).stream()
                .map(SecondFact::of)
                .toList();
    }

    private static SecondFact of(List<String> cells) {
        return new SecondFact(
                cells.get(0),
                cells.get(1),
                tier(cells.get(2)),
                cells.get(3),
                kind(cells.get(4)),
                new BigDecimal(cells.get(5)),
                cells.get(6),
                LocalDate.parse(cells.get(7)));
    }

    private static Tier tier(String id) {
        return Arrays.stream(Tier.values())
                .filter(tier -> tier.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TokenKind kind(String id) {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// What our book said on the day of that copy.
    Quote ours() {
        return Books.EMBEDDED.quote(Books.ref(provider, model), tier, kind, band, snapshot);
    }

    String id() {
        return String.join("/", provider, model, tier.id(), band, kind.id()) + " (" + catalog + ")";
    }
}
