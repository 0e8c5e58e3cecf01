package dev.batchable.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// JSON documents: the elements of an outermost array are units, or those of an envelope's array, or else each
/// outermost object. Nothing but the unit at hand is kept, however large the array.
final class DocumentCutter extends UnitCutter {
    private static final int INCOMPLETE = -1;
    /// By this member, true, the pages of OpenAI, Anthropic and many others say that another page follows.
    private static final byte[] MORE = "\"has_more\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);

    private enum Place {
        TOP,
        ENVELOPE,
        ARRAY
    }

    private final JsonValueScan scan = new JsonValueScan();
    private final boolean enveloped;
    private final byte[] key;
    private Place place = Place.TOP;
    private Place around = Place.TOP;
    private boolean skipping;
    private boolean more;

    /// @param envelope key of the array inside the outermost object that holds the units
    DocumentCutter(Text text, int chunkBytes, Optional<String> envelope) {
        super(text, chunkBytes);
        enveloped = envelope.isPresent();
        key = ('"' + envelope.orElse("") + '"').getBytes(StandardCharsets.UTF_8);
    }

    @Override
    Optional<String> damage() {
        return super.damage()
                .or(() -> place == Place.TOP
                        ? Optional.empty()
                        : Optional.of("the JSON document is not closed; what came before its end was read, copy or"
                                + " export the file again for the rest"));
    }

    @Override
    boolean more() {
        return more;
    }

    @Override
    int cut(Chunk chunk, boolean last) {
        int at = 0;
        int length = chunk.length();
        if (skipping) {
            at = skipOn(chunk, 0);
        }
        while (at < length && !full(at)) {
            int next = step(chunk, at, last);
            if (next == INCOMPLETE) {
                break;
            }
            newLines(ByteScan.count(chunk.bytes(), at, next, '\n'));
            at = next;
        }
        if (at > 0) {
            openLine(chunk.bytes()[at - 1] != '\n');
        }
        return at;
    }

    @Override
    int skip(Chunk chunk) {
        if (place != Place.ENVELOPE) {
            chunk.problem(line(), TOO_LONG);
        }
        skipping = true;
        scan.begin();
        return skipOn(chunk, 0);
    }

    private int skipOn(Chunk chunk, int from) {
        int end = scan.end(chunk.bytes(), from, chunk.length());
        skipping = end < 0;
        int done = skipping ? chunk.length() : end;
        newLines(ByteScan.count(chunk.bytes(), from, done, '\n'));
        return done;
    }

    /// Takes the next token or value and returns where the rest begins.
    private int step(Chunk chunk, int at, boolean last) {
        byte b = chunk.bytes()[at];
        if (b == ',' || ByteScan.isBlank(b)) {
            return at + 1;
        }
        return switch (place) {
            case TOP -> top(chunk, at, last);
            case ENVELOPE -> b == '}' ? leave(Place.TOP, at) : member(chunk, at, last);
            case ARRAY -> b == ']' ? leave(around, at) : value(chunk, at, last);
        };
    }

    private int top(Chunk chunk, int at, boolean last) {
        byte b = chunk.bytes()[at];
        if (b == '[') {
            around = Place.TOP;
            place = Place.ARRAY;
            return at + 1;
        }
        if (b == '{' && enveloped) {
            place = Place.ENVELOPE;
            more = false;
            return at + 1;
        }
        return value(chunk, at, last);
    }

    private int leave(Place outer, int at) {
        place = outer;
        return at + 1;
    }

    private int value(Chunk chunk, int at, boolean last) {
        int end = valueEnd(chunk, at);
        if (end == INCOMPLETE && !last) {
            return INCOMPLETE;
        }
        int stop = end == INCOMPLETE ? chunk.length() : end;
        if (end == INCOMPLETE && torn(last)) {
            chunk.problem(line(), "cut off by the end of readable data");
        } else {
            chunk.unit(at, stop, line());
        }
        return stop;
    }

    /// A key of the envelope and its value, or the beginning of the array that holds the units.
    private int member(Chunk chunk, int at, boolean last) {
        byte[] bytes = chunk.bytes();
        int length = chunk.length();
        int keyEnd = valueEnd(chunk, at);
        int valueAt = keyEnd == INCOMPLETE ? length : keyEnd;
        while (valueAt < length && (bytes[valueAt] == ':' || ByteScan.isBlank(bytes[valueAt]))) {
            valueAt++;
        }
        if (valueAt == length) {
            return last ? length : INCOMPLETE;
        }
        if (bytes[valueAt] == '[' && Arrays.equals(bytes, at, keyEnd, key, 0, key.length)) {
            around = Place.ENVELOPE;
            place = Place.ARRAY;
            return valueAt + 1;
        }
        int end = valueEnd(chunk, valueAt);
        if (end != INCOMPLETE && Arrays.equals(bytes, at, keyEnd, MORE, 0, MORE.length)) {
            more = Arrays.equals(bytes, valueAt, end, TRUE, 0, TRUE.length);
        }
        return end == INCOMPLETE && last ? length : end;
    }

    private int valueEnd(Chunk chunk, int at) {
        scan.begin();
        return scan.end(chunk.bytes(), at, chunk.length());
    }
}
