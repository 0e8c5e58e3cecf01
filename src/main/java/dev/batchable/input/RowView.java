package dev.batchable.input;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// The row that every reader fills and every format reads.
final class RowView<F extends Enum<F>> implements Row<F> {
    private final PathTree<F> tree;
    private final PathValues values;
    private final JsonWalk walk;
    private final Timestamps timestamps = new Timestamps();
    private long line;

    RowView(PathTree<F> tree, JsonWalk walk) {
        this.tree = tree;
        this.walk = walk;
        values = new PathValues(tree, walk);
    }

    /// Empties the row for the unit that begins on this line.
    PathValues begin(long unitLine) {
        line = unitLine;
        values.clear();
        return values;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public Optional<String> text(F field) {
        for (PathTree.Node place : tree.places(field)) {
            String value = values.get(place);
            if (!value.isEmpty()) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> path(F field) {
        for (PathTree.Node place : tree.places(field)) {
            if (!values.get(place).isEmpty()) {
                return Optional.of(place.path());
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> list(F field) {
        return text(field)
                .map(text -> walk.list(text).orElseGet(() -> splitAtCommas(text)))
                .orElse(List.of());
    }

    @Override
    public OptionalLong count(F field) throws BadValueException {
        Optional<String> text = text(field);
        return text.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(Decimals.count(place(field), text.orElseThrow()));
    }

    @Override
    public Optional<BigDecimal> decimal(F field) throws BadValueException {
        Optional<String> text = text(field);
        return text.isEmpty() ? Optional.empty() : Optional.of(Decimals.parse(place(field), text.orElseThrow()));
    }

    @Override
    public Optional<Instant> instant(F field) throws BadValueException {
        Optional<String> text = text(field);
        return text.isEmpty() ? Optional.empty() : Optional.of(timestamps.parse(place(field), text.orElseThrow()));
    }

    @Override
    public Optional<Boolean> flag(F field) throws BadValueException {
        Optional<String> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.orElseThrow().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> throw new BadValueException(place(field), text.orElseThrow(), "true or false");
        };
    }

    private String place(F field) {
        return path(field).orElse(field.name());
    }

    private static List<String> splitAtCommas(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
