package dev.batchable.input;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The texts met lately at one place of the units, and what they were decoded to. One for each thread and place.
///
/// Problem: most places of a log hold the same few texts over and over (a model, a key, a status), and a new
/// object for each row makes every decoding and every later comparison one of characters. Method: a table with
/// one slot for each value of a few bits of the hash; a text met again is handed out as the object it was the
/// first time, with what the decoder that was asked last made of it. A place whose texts hardly repeat (ids) is
/// left alone after a trial. Consequence: equal texts of a place are mostly identical, never certainly, so no
/// result may depend on it; memory is bounded by slots and length.
final class RepeatedTexts {
    private static final int SLOTS = 1024;
    /// Longer texts are not worth hashing.
    private static final int MAX_LENGTH = 200;
    /// After so many texts it is judged whether three in four were known.
    private static final int TRIAL = 2048;

    private @Nullable Known[] slots = new Known[SLOTS];
    private int asked;
    private int missed;

    /// A text and its last decoding.
    private static final class Known {
        private final String value;
        private final Optional<String> present;
        private @Nullable Object decoder;
        private Optional<?> decoded = Optional.empty();

        private Known(String value) {
            this.value = value;
            this.present = Optional.of(value);
        }
    }

    Optional<String> of(String value) {
        Known known = known(value);
        return known == null ? Optional.of(value) : known.present;
    }

    /// What the decoder makes of a text.
    ///
    /// @param decoder depends on the text alone; only where it is the same object every time is anything gained
    @SuppressWarnings("ReferenceEquality") // Functions have no other equality, and only the same one has the same type.
    <T> Optional<T> decoded(String value, Function<String, Optional<T>> decoder) {
        Known known = known(value);
        if (known == null) {
            return decoder.apply(value);
        }
        if (known.decoder != decoder) {
            known.decoded = decoder.apply(value);
            known.decoder = decoder;
        }
        @SuppressWarnings("unchecked")
        Optional<T> decoded = (Optional<T>) known.decoded;
        return decoded;
    }

    /// Null for texts that are not kept.
    private @Nullable Known known(String value) {
        if (slots.length == 0 || value.length() > MAX_LENGTH) {
            return null;
        }
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> Short.SIZE) & SLOTS - 1;
        Known known = slots[slot];
        asked++;
        if (known == null || !known.value.equals(value)) {
            known = new Known(value);
            slots[slot] = known;
            missed++;
        }
        if (asked == TRIAL) {
            judge();
        }
        return known;
    }

    private void judge() {
        if (missed * 4 > asked) {
            slots = new Known[0];
        }
        asked = 0;
        missed = 0;
    }
}
