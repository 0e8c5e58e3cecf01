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
    /// Names of the key and the value in lists of `{key, value}` objects, as OpenTelemetry, Google Cloud and others
    /// write maps; in any case.
    static final String KEY = "key";

    private static final String VALUE = "value";
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

    /// Takes the arrays in which the units of a document stand.
    interface Arrays {
        Arrays NONE = new Arrays() {
            @Override
            public boolean areWanted() {
                return false;
            }

            @Override
            public boolean leadsOn(String path) {
                return false;
            }

            @Override
            public boolean wants(String path) {
                return false;
            }

            @Override
            public void element(int from, int to) {}
        };

        /// Whether there are any to look for.
        default boolean areWanted() {
            return true;
        }

        /// Whether such an array may stand below the object at this path.
        boolean leadsOn(String path);

        /// Whether the array at this path is one.
        boolean wants(String path);

        void element(int from, int to);
    }

    /// Walks one document.
    ///
    /// @return why it cannot be used, where it cannot
    Optional<String> document(byte[] bytes, int from, int to, PathTree.Node root, PathValues values, Arrays arrays) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of(NO_OBJECT);
            }
            Slice slice =
                    (start, end) -> new String(bytes, from + (int) start, (int) (end - start), StandardCharsets.UTF_8);
            Walk walk = new Walk(parser, values, slice, from);
            walk.members(root, "", arrays);
            return parser.nextToken() == null ? Optional.empty() : Optional.of(INVALID);
        } catch (JacksonException e) {
            return Optional.of(reason(e));
        }
    }

    /// Walks JSON that stands inside a text value; text that is no JSON object holds nothing.
    void embedded(String text, PathTree.Node node, PathValues values) {
        char first = text.charAt(0);
        if (first != '{' && first != '[' && first != '"') {
            return;
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                Walk walk = new Walk(parser, values, (start, end) -> text.substring((int) start, (int) end), 0);
                walk.members(node, "", Arrays.NONE);
            } else if (token == JsonToken.START_ARRAY) {
                Walk walk = new Walk(parser, values, (start, end) -> text.substring((int) start, (int) end), 0);
                walk.array(node);
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

    private static String reason(JacksonException failure) {
        if (failure instanceof UnexpectedEndOfInputException) {
            return CUT_OFF;
        }
        return failure instanceof StreamConstraintsException ? TOO_DEEP : INVALID;
    }

    /// One way through one document.
    ///
    /// @param offset where the document begins in the bytes that its arrays are told in
    private record Walk(JsonParser parser, PathValues values, Slice slice, int offset) {
        @SuppressWarnings("ReferenceEquality")
        void members(PathTree.Node node, String path, Arrays arrays) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                Optional<PathTree.Node> below = node.below(key);
                JsonToken token = parser.nextToken();
                if (arrays.areWanted() && token.isStructStart() && isOnTheWay(token, path + key, below, arrays)) {
                    continue;
                }
                if (below.isEmpty()) {
                    parser.skipChildren();
                } else {
                    value(token, below.orElseThrow());
                }
            }
        }

        private boolean isOnTheWay(JsonToken token, String path, Optional<PathTree.Node> below, Arrays arrays) {
            if (token == JsonToken.START_OBJECT && arrays.leadsOn(path)) {
                members(below.orElse(PathTree.NOTHING), path + '.', arrays);
                return true;
            }
            if (token == JsonToken.START_OBJECT || !arrays.wants(path)) {
                return false;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int start = (int) position(true);
                parser.skipChildren();
                parser.finishToken();
                arrays.element(offset + start, offset + (int) position(false));
            }
            return true;
        }

        private void value(JsonToken token, PathTree.Node node) {
            if (token.isScalarValue()) {
                values.put(node, parser.getString());
                return;
            }
            long start = node.wanted() ? position(true) : 0;
            if (token == JsonToken.START_OBJECT && node.inner()) {
                members(node, "", Arrays.NONE);
            } else if (token == JsonToken.START_ARRAY && node.inner()) {
                array(node);
            } else {
                parser.skipChildren();
            }
            if (node.wanted()) {
                values.putWalked(node, slice.between(start, position(false)));
            }
        }

        /// Elements at [FieldTable#FIRST], [FieldTable#ANY] and [FieldTable#EACH], or else a list of `{key, value}`
        /// objects.
        private void array(PathTree.Node node) {
            Optional<PathTree.Node> first = node.below(FieldTable.FIRST);
            Optional<PathTree.Node> each = node.below(FieldTable.EACH);
            Optional<PathTree.Node> any = each.isPresent() ? each : node.below(FieldTable.ANY);
            int count = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                Optional<PathTree.Node> element = count == 0 && first.isPresent() ? first : any;
                count++;
                if (element.isPresent()) {
                    value(token, element.orElseThrow());
                } else if (token == JsonToken.START_OBJECT) {
                    pair(node);
                } else {
                    parser.skipChildren();
                }
            }
            int elements = count;
            node.below(FieldTable.COUNT).ifPresent(counted -> values.put(counted, Integer.toString(elements)));
        }

        /// A member of a map written as an object; its value may be wrapped in an object that names its type.
        private void pair(PathTree.Node node) {
            Optional<PathTree.Node> named = Optional.empty();
            boolean unwanted = false;
            String found = "";
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken token = parser.nextToken();
                if (KEY.equalsIgnoreCase(member) && token == JsonToken.VALUE_STRING) {
                    named = node.below(parser.getString());
                    unwanted = named.isEmpty();
                } else if (VALUE.equalsIgnoreCase(member) && !unwanted) {
                    found = scalar(token);
                } else {
                    parser.skipChildren();
                }
            }
            if (named.isPresent()) {
                values.put(named.orElseThrow(), found);
            }
        }

        /// The text of a scalar, of the scalars of an array as a JSON array, or of what an object wraps: its last
        /// member that is not empty, or `value` beside the name of the type.
        private String scalar(JsonToken token) {
            if (token.isScalarValue()) {
                return parser.getString();
            }
            StringBuilder found = new StringBuilder();
            String separator = "";
            boolean array = token == JsonToken.START_ARRAY;
            JsonToken end = array ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
            for (JsonToken next = parser.nextToken(); next != end; next = parser.nextToken()) {
                if (next == JsonToken.PROPERTY_NAME) {
                    continue;
                }
                String text = scalar(next);
                if (array) {
                    found.append(separator).append(quoted(next, text));
                    separator = ",";
                } else if (!text.isEmpty() || VALUE.equalsIgnoreCase(parser.currentName())) {
                    found.setLength(0);
                    found.append(text);
                }
            }
            return array ? "[" + found + "]" : found.toString();
        }

        private static String quoted(JsonToken token, String text) {
            boolean bare = token.isStructStart() && text.startsWith("[");
            return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        /// Where the current token begins, or where the parser stands behind it: a byte or a character index.
        private long position(boolean token) {
            TokenStreamLocation location = token ? parser.currentTokenLocation() : parser.currentLocation();
            return location.getByteOffset() >= 0 ? location.getByteOffset() : location.getCharOffset();
        }
    }
}
