package dev.batchable.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The known word that a mistyped one was most likely meant to be.
public final class Nearest {
    private Nearest() {}

    /// The word with the smallest Levenshtein distance, ties in alphabetical order, if it is near enough: at
    /// most a third of the typed word wrong. Farther guesses mislead more than they help.
    static Optional<String> to(String typed, Collection<String> known) {
        int enough = typed.length() / 3;
        return known.stream()
                .filter(word -> distance(typed, word) <= enough)
                .min(Comparator.<String>comparingInt(word -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// The nearest words, the nearest first, as far as a quarter more than a third of the typed word is wrong.
    ///
    /// @param most how many at most
    public static List<String> several(String typed, Collection<String> known, int most) {
        int enough = Math.max(2, typed.length() * 5 / 12);
        return known.stream()
                .filter(word -> distance(typed, word) <= enough)
                .sorted(Comparator.<String>comparingInt(word -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /// The end of a sentence, `; did you mean 'x'?`, or nothing.
    static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(word -> "; did you mean '" + word + "'?").orElse("");
    }

    /// Insertions, deletions and replacements that turn one text into the other (Levenshtein 1966), two rows at
    /// a time.
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
