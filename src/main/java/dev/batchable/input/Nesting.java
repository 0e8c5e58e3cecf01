package dev.batchable.input;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Where the units of a format stand inside its documents: arrays within arrays, from the outermost on. What
/// stands around an array belongs to each of its elements; of equal names the inner one counts. A document
/// without any of the arrays is a unit itself, and a step may be missing at the beginning, so that a page, one
/// of its elements, and a flattened row are all read by one format.
///
/// @param steps the keys under which each array may stand, dotted where objects lie between
/// @param emptyRow cells of a CSV row that ends early because there is nothing to tell of the interval it names
public record Nesting(List<Set<String>> steps, OptionalInt emptyRow) {
    /// Every document is a unit.
    public static final Nesting FLAT = new Nesting(List.of());

    public Nesting {
        steps = steps.stream().map(Set::copyOf).toList();
    }

    public Nesting(List<Set<String>> steps) {
        this(steps, OptionalInt.empty());
    }

    /// Rows of which those of so many cells hold nothing.
    public static Nesting rowsEmptyAt(int cells) {
        return new Nesting(List.of(), OptionalInt.of(cells));
    }

    /// @param steps one key for each array
    public static Nesting of(String... steps) {
        return new Nesting(List.of(steps).stream().map(Set::of).toList());
    }

    boolean isFlat() {
        return steps.isEmpty();
    }

    /// The paths of a head as the units see them.
    public Set<String> seenByUnits(Head head) {
        Set<String> seen = new HashSet<>(head.paths());
        seen.addAll(head.inArrays());
        for (Set<String> step : steps) {
            for (String path : List.copyOf(seen)) {
                step.stream()
                        .filter(key -> path.startsWith(key + '.'))
                        .forEach(key -> seen.add(path.substring(key.length() + 1)));
            }
        }
        return seen;
    }
}
