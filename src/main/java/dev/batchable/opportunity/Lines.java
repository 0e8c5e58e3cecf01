package dev.batchable.opportunity;

import dev.batchable.price.Amounts;
import dev.batchable.price.PaidKey;
import dev.batchable.price.PaidKey.Part;
import dev.batchable.price.catalog.PriceRow;
import dev.batchable.profile.RatingKey;
import dev.batchable.record.Tier;
import dev.batchable.record.TokenKind;
import dev.batchable.report.Opportunity.Line;
import dev.batchable.report.Opportunity.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gathers quantities × prices; equal places under one price row become one line.
final class Lines {
    private final Map<Place, Content> contents = new LinkedHashMap<>();

    private record Place(
            Side side, String provider, String model, Tier tier, Optional<TokenKind> kind, Optional<String> row) {}

    private record Content(long quantity, BigDecimal amount) {
        Content plus(Content other) {
            return new Content(Math.addExact(quantity, other.quantity), amount.add(other.amount));
        }
    }

    /// What part of a key's calls cost.
    void now(PaidKey key, Part part) {
        RatingKey.ModelRef model = key.key().model();
        Place place = new Place(
                Side.NOW,
                model.provider().orElse("?"),
                model.model().orElse("?"),
                key.key().tier(),
                part.kind(),
                part.row().map(PriceRow::id));
        add(place, part.quantity(), part.amount());
    }

    /// A quantity at a documented price, times what is really paid of such prices.
    void at(Side side, PriceRow row, long quantity, BigDecimal factor) {
        PriceRow.Subject subject = row.subject();
        BigDecimal amount =
                Amounts.rounded(Amounts.ofTokens(quantity, row.perMillion()).multiply(factor));
        if (quantity > 0) {
            add(
                    new Place(
                            side,
                            subject.provider(),
                            subject.model(),
                            subject.tier(),
                            Optional.of(subject.kind()),
                            Optional.of(row.id())),
                    quantity,
                    amount);
        }
    }

    private void add(Place place, long quantity, BigDecimal amount) {
        contents.merge(place, new Content(quantity, amount), Content::plus);
    }

    /// What is paid now less what would be paid instead.
    BigDecimal difference() {
        return lines().stream().map(Line::counted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void addAll(Lines others) {
        others.contents.forEach((place, content) -> add(place, content.quantity, content.amount));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        contents.forEach((place, content) -> lines.add(new Line(
                place.side,
                place.provider,
                place.model,
                place.tier,
                place.kind,
                content.quantity,
                place.kind.map(kind -> Amounts.perMillion(content.amount, content.quantity)),
                place.row,
                content.amount)));
        return lines;
    }
}
