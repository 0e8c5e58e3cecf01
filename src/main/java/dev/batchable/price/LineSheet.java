package dev.batchable.price;

import dev.batchable.profile.RatingKey;
import dev.batchable.record.TokenKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of one workload: what each kind of token cost at each place, under each price row. Logged costs
/// are told apart by kind in proportion to their catalog amounts, so the lines sum exactly to the spend.
final class LineSheet {
    /// What makes one line.
    record LineKey(RatedLine.Place place, Optional<TokenKind> kind, Optional<String> row, RatedLine.Basis basis) {}

    private record Content(long quantity, BigDecimal amount) {
        Content plus(Content other) {
            return new Content(Math.addExact(quantity, other.quantity), amount.add(other.amount));
        }
    }

    /// By rating key, then by kind: the order of the report.
    private final Map<LineKey, Content> contents = new LinkedHashMap<>();

    LineSheet(List<RatedKey> keys) {
        keys.forEach(this::add);
    }

    static LineKey lineKey(RatedKey key, TokenKind kind) {
        return new LineKey(
                place(key),
                Optional.of(kind),
                key.charge().card().rate(kind).map(rate -> rate.row().id()),
                basis(key));
    }

    private static RatedLine.Basis basis(RatedKey key) {
        return key.charge().basis() == KeyCharge.Basis.LOGGED ? RatedLine.Basis.LOGGED : RatedLine.Basis.PRICED;
    }

    private static RatedLine.Place place(RatedKey key) {
        RatingKey rating = key.charge().key();
        return new RatedLine.Place(
                rating.model().provider().orElse("?"),
                rating.model().model().orElse("?"),
                rating.tier(),
                rating.band());
    }

    static List<TokenKind> kinds(RatedKey key) {
        return List.of(TokenKind.values()).stream()
                .filter(kind -> kind.of(key.usage().tokens()) > 0)
                .toList();
    }

    private void add(RatedKey key) {
        if (key.isItemized()) {
            addKinds(key);
        } else if (key.amount().signum() != 0) {
            LineKey whole = new LineKey(place(key), Optional.empty(), Optional.empty(), basis(key));
            contents.merge(whole, new Content(key.usage().requests(), key.amount()), Content::plus);
        }
    }

    private void addKinds(RatedKey key) {
        List<TokenKind> kinds = kinds(key);
        List<BigDecimal> amounts = amounts(key, kinds);
        for (int i = 0; i < kinds.size(); i++) {
            long quantity = kinds.get(i).of(key.usage().tokens());
            contents.merge(lineKey(key, kinds.get(i)), new Content(quantity, amounts.get(i)), Content::plus);
        }
    }

    private static List<BigDecimal> amounts(RatedKey key, List<TokenKind> kinds) {
        List<BigDecimal> catalog = kinds.stream()
                .map(kind -> key.charge().card().amount(kind, key.usage().tokens()))
                .toList();
        return key.charge().basis() == KeyCharge.Basis.PRICED
                ? catalog.stream().map(key.factor()::multiply).toList()
                : Apportionment.split(key.amount(), catalog);
    }

    /// The lines, each with what it would cost on a target.
    ///
    /// @param targets only of lines whose whole quantity has a target price
    List<RatedLine> lines(Map<LineKey, Range> targets) {
        List<RatedLine> lines = new ArrayList<>();
        contents.forEach((key, content) -> lines.add(new RatedLine(
                key.place(),
                key.kind(),
                content.quantity(),
                key.kind().map(kind -> Amounts.perMillion(content.amount(), content.quantity())),
                key.row(),
                content.amount(),
                key.basis(),
                Optional.ofNullable(targets.get(key)))));
        return lines;
    }
}
