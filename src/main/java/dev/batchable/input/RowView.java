package dev.batchable.input;

import dev.batchable.record.StableHash;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The row that every reader fills and every format reads.
final class RowView<F extends Enum<F>> implements Row<F> {
    private static final Function<String, Optional<Boolean>> FLAG = RowView::readFlag;

    private final PathTree<F> tree;
    private final PathValues values;
    private final Timestamps timestamps = new Timestamps();
    private final @Nullable RepeatedTexts[] texts;
    /// Decoders that are one object each, as [RepeatedTexts] wants them.
    private final Function<String, Optional<List<String>>> elements;
    private final String file;
    private byte[] bytes = {};
    private int from;
    private int to;
    private long line;

    RowView(PathTree<F> tree, JsonWalk walk, String file) {
        this.file = file;
        this.tree = tree;
        values = new PathValues(tree, walk);
        texts = new RepeatedTexts[tree.size()];
        elements = text -> Optional.of(List.copyOf(walk.list(text).orElseGet(() -> splitAtCommas(text))));
    }

    /// Empties the row for a unit of the chunk.
    PathValues begin(Chunk chunk, int unit) {
        at(chunk.bytes(), chunk.start(unit), chunk.end(unit), chunk.line(unit));
        values.clear();
        return values;
    }

    /// Goes on to a further unit of the same document.
    void at(byte[] document, int start, int end, long unitLine) {
        bytes = document;
        from = start;
        to = end;
        line = unitLine;
    }

    /// A hash of the unit as it stands.
    long wording() {
        return StableHash.of(bytes, from, to);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public Optional<String> text(F field) {
        PathTree.Node place = place(field);
        String value = values.get(place);
        return value.isEmpty() ? Optional.empty() : texts(place).of(value);
    }

    @Override
    public <T> Optional<T> decoded(F field, Function<String, Optional<T>> decoder) {
        PathTree.Node place = place(field);
        String value = values.get(place);
        return value.isEmpty() ? Optional.empty() : texts(place).decoded(value, decoder);
    }

    @Override
    public Optional<String> path(F field) {
        return place(field).shownPath();
    }

    @Override
    public List<String> list(F field) {
        return decoded(field, elements).orElse(List.of());
    }

    @Override
    public OptionalLong count(F field) throws BadValueException {
        PathTree.Node place = place(field);
        String value = values.get(place);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Decimals.count(place.path(), value));
    }

    @Override
    public Optional<BigDecimal> decimal(F field) throws BadValueException {
        PathTree.Node place = place(field);
        String value = values.get(place);
        return value.isEmpty() ? Optional.empty() : Optional.of(Decimals.parse(place.path(), value));
    }

    @Override
    public List<BigDecimal> decimals(F field) throws BadValueException {
        PathTree.Node place = place(field);
        List<BigDecimal> found = new ArrayList<>();
        for (String number : splitAtCommas(values.get(place))) {
            found.add(Decimals.parse(place.path(), number));
        }
        return found;
    }

    @Override
    public Optional<Instant> instant(F field) throws BadValueException {
        PathTree.Node place = place(field);
        String value = values.get(place);
        return value.isEmpty() ? Optional.empty() : Optional.of(timestamps.parse(place.path(), value));
    }

    @Override
    public Optional<Boolean> flag(F field) throws BadValueException {
        Optional<Boolean> flag = decoded(field, FLAG);
        PathTree.Node place = place(field);
        if (flag.isEmpty() && !values.get(place).isEmpty()) {
            throw new BadValueException(place.path(), values.get(place), "true or false");
        }
        return flag;
    }

    private static Optional<Boolean> readFlag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The first bound place that holds a value; the root, which never holds one, where none does.
    private PathTree.Node place(F field) {
        for (PathTree.Node place : tree.places(field)) {
            if (!values.get(place).isEmpty()) {
                return place;
            }
        }
        return tree.root();
    }

    private RepeatedTexts texts(PathTree.Node place) {
        RepeatedTexts known = texts[place.id()];
        if (known == null) {
            known = new RepeatedTexts();
            texts[place.id()] = known;
        }
        return known;
    }

    private static List<String> splitAtCommas(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
