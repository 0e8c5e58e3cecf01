package dev.batchable.price.catalog;

import dev.batchable.profile.RatingKey.ModelRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The name under which bill and logs find each other: that of the price book where it knows the model, else
/// the least literal reading of the spelling ([ModelName]).
///
/// @param provider `?` where the source does not tell
/// @param model empty where a bill names none
public record ModelKey(String provider, Optional<String> model) implements Comparable<ModelKey> {
    public static final String UNKNOWN = "?";
    private static final Comparator<ModelKey> ORDER = Comparator.comparing(ModelKey::provider)
            .thenComparing(key -> key.model().orElse(""));

    /// A name that moved over the days of the book ([PriceBook#during]) keeps its own, so that it meets no model it
    /// meant only for a while.
    public static ModelKey of(PriceBook book, ModelRef ref) {
        return of(book.resolve(ref), ref);
    }

    /// @param day in UTC
    public static ModelKey of(PriceBook book, ModelRef ref, LocalDate day) {
        return of(book.resolve(ref, day), ref);
    }

    private static ModelKey of(Optional<Resolution> found, ModelRef ref) {
        return found.map(entry -> new ModelKey(entry.provider(), Optional.of(entry.model())))
                .orElseGet(() ->
                        new ModelKey(ref.provider().orElse(UNKNOWN), ref.model().map(ModelKey::plain)));
    }

    private static String plain(String spelling) {
        List<String> keys = ModelName.of(spelling).keys();
        return keys.get(keys.size() - 1);
    }

    @Override
    public int compareTo(ModelKey other) {
        return ORDER.compare(this, other);
    }
}
