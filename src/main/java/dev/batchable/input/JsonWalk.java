package dev.batchable.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Walks JSON documents along the wanted paths; all else, prompts above all, is skipped without being decoded.
/// One for each thread. With [JsonKeys] the only user of streaming Jackson.
final class JsonWalk {
    static final String CUT_OFF = "the JSON document is cut off";
    static final String INVALID = "not valid JSON";
    static final String NO_OBJECT = "a JSON object was expected";
    private static final String TOO_DEEP =
            "nested deeper than " + Limits.MAX_DEPTH + " levels, or a name or number too long";

    /// Python writes NaN for a missing number, which must not cost the whole document.
    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.MAX_DEPTH)
                    .maxStringLength(Limits.MAX_LINE_BYTES)
                    .build())
            .build();

    /// Where a parser's text can be cut out again.
    @FunctionalInterface
    private interface Slice {
        String between(long from, long to);
    }

    /// Walks one document.
    ///
    /// @return why it cannot be used, where it cannot
    Optional<String> document(byte[] bytes, int from, int to, PathTree.Node root, PathValues values) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of(NO_OBJECT);
            }
            Slice slice =
                    (start, end) -> new String(bytes, from + (int) start, (int) (end - start), StandardCharsets.UTF_8);
            members(parser, root, values, slice);
            return parser.nextToken() == null ? Optional.empty() : Optional.of(INVALID);
        } catch (JacksonException e) {
            return Optional.of(reason(e));
        }
    }

    /// Walks JSON that stands inside a text value; text that is no JSON object holds nothing.
    void embedded(String text, PathTree.Node node, PathValues values) {
        char first = text.charAt(0);
        if (first != '{' && first != '"') {
            return;
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                members(parser, node, values, (start, end) -> text.substring((int) start, (int) end));
            } else if (token == JsonToken.VALUE_STRING && !parser.getString().isBlank()) {
                embedded(parser.getString().strip(), node, values);
            }
        } catch (JacksonException e) {
            // What was found before the fault stands; the rest is absent, as it is for text that is no JSON.
            return;
        }
    }

    /// The scalars of an array, or the members of an object as `key:value`; empty where the text is neither.
    Optional<List<String>> list(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            boolean named = parser.nextToken() == JsonToken.START_OBJECT;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    parser.skipChildren();
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    String value = parser.getString().strip();
                    found.add(named ? parser.currentName() + ":" + value : value);
                }
            }
        } catch (JacksonException e) {
            return Optional.empty();
        }
        found.removeIf(String::isEmpty);
        return Optional.of(found);
    }

    private static void members(JsonParser parser, PathTree.Node node, PathValues values, Slice slice) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<PathTree.Node> below = node.below(parser.currentName());
            JsonToken token = parser.nextToken();
            if (below.isEmpty()) {
                parser.skipChildren();
            } else {
                value(parser, token, below.orElseThrow(), values, slice);
            }
        }
    }

    private static void value(JsonParser parser, JsonToken token, PathTree.Node node, PathValues values, Slice slice) {
        if (token.isScalarValue()) {
            values.put(node, parser.getString());
            return;
        }
        long start = node.wanted() ? position(parser, true) : 0;
        if (token == JsonToken.START_OBJECT && node.inner()) {
            members(parser, node, values, slice);
        } else {
            parser.skipChildren();
        }
        if (node.wanted()) {
            values.putWalked(node, slice.between(start, position(parser, false)));
        }
    }

    /// Where the current token begins, or where the parser stands behind it: a byte or a character index.
    private static long position(JsonParser parser, boolean token) {
        TokenStreamLocation location = token ? parser.currentTokenLocation() : parser.currentLocation();
        return location.getByteOffset() >= 0 ? location.getByteOffset() : location.getCharOffset();
    }

    private static String reason(JacksonException failure) {
        if (failure instanceof UnexpectedEndOfInputException) {
            return CUT_OFF;
        }
        return failure instanceof StreamConstraintsException ? TOO_DEEP : INVALID;
    }
}
