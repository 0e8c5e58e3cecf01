package dev.batchable.input;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// The keys of the first documents of a JSON text, for the recognition of formats; values are looked at only
/// where they are JSON text themselves or name a kind of document.
final class JsonKeys {
    private static final int MAX_DOCUMENTS = 50;
    private static final int MAX_PATHS = 5_000;
    /// How often JSON text may be nested in JSON text.
    private static final int MAX_EMBEDDED = 3;
    /// Keys under which pages of results are wrapped by the export interfaces of gateways and providers.
    private static final Set<String> ENVELOPES =
            Set.of("data", "result", "results", "records", "items", "logs", "rows", "runs", "entries", "resourceSpans");
    /// A document with one of these is more than a page, whatever arrays it holds: embeddings come as `data`, the
    /// results of a bucket need its times.
    private static final Set<String> OWN_KEYS =
            Set.of("model", "usage", "start_time", "starting_at", "trace", "info", "messageType");
    /// Elements of an array that are looked at.
    private static final int MAX_ELEMENTS = 50;
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE_CHARS = 60;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.MAX_DEPTH)
                    .build())
            .build();
    private final Set<String> header = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> inArrays = new LinkedHashSet<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    /// Elements of arrays under envelope keys, by that key.
    private final Map<String, JsonKeys> wrapped = new LinkedHashMap<>();
    private int documents;

    Head head(Head.Shape shape) {
        wrapped.forEach((key, elements) -> elements.noteBelow(key, this));
        return new Head(shape, List.copyOf(header), paths, inArrays, values);
    }

    private void noteBelow(String key, JsonKeys outer) {
        paths.forEach(path -> outer.inArrays.add(key + '.' + path));
        inArrays.forEach(path -> outer.inArrays.add(key + '.' + path));
        values.forEach((path, found) -> outer.values.merge(key + '.' + path, found, (one, more) -> {
            one.addAll(more);
            return one;
        }));
    }

    /// Reads as far as the text is complete.
    static JsonKeys read(byte[] bytes, int length) {
        JsonKeys keys = new JsonKeys();
        try (JsonParser parser = keys.factory.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            for (JsonToken token = parser.nextToken();
                    token != null && keys.documents < MAX_DOCUMENTS;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    keys.document(parser);
                }
            }
        } catch (JacksonException e) {
            // A head ends anywhere; the keys before that place are all there is to know.
            return keys;
        }
        return keys;
    }

    /// The key whose array holds the units of these documents.
    Optional<String> envelope() {
        boolean whole = OWN_KEYS.stream().anyMatch(header::contains);
        return whole ? Optional.empty() : wrapped.keySet().stream().findFirst();
    }

    /// The keys of the units under an envelope.
    JsonKeys under(String envelope) {
        return wrapped.getOrDefault(envelope, this);
    }

    private void document(JsonParser parser) {
        documents++;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            header.add(key);
            note(key, paths);
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && ENVELOPES.contains(key)) {
                elements(parser, key);
            } else {
                value(parser, token, key, 0);
            }
        }
    }

    private void elements(JsonParser parser, String key) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                wrapped.computeIfAbsent(key, name -> new JsonKeys()).document(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void value(JsonParser parser, JsonToken token, String path, int embedded) {
        if (token == JsonToken.START_OBJECT) {
            members(parser, path, embedded, paths);
        } else if (token == JsonToken.START_ARRAY) {
            array(parser, path);
        } else if (token == JsonToken.VALUE_STRING) {
            noteKind(parser, path);
            if (embedded < MAX_EMBEDDED && maybeObject(parser)) {
                embedded(parser.getString(), path, embedded + 1);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private void members(JsonParser parser, String path, int embedded, Set<String> found) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String below = path + '.' + parser.currentName();
            note(below, found);
            JsonToken token = parser.nextToken();
            if (found == paths || token == JsonToken.START_ARRAY) {
                value(parser, token, below, embedded);
            } else {
                elementMember(parser, token, path, below);
            }
        }
    }

    private void array(JsonParser parser, String path) {
        int elements = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT && elements++ < MAX_ELEMENTS) {
                members(parser, path, MAX_EMBEDDED, inArrays);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void elementMember(JsonParser parser, JsonToken token, String path, String below) {
        if (token == JsonToken.START_OBJECT) {
            members(parser, below, MAX_EMBEDDED, inArrays);
        } else if (token == JsonToken.VALUE_STRING) {
            noteKind(parser, below);
            if (JsonWalk.KEY.equalsIgnoreCase(parser.currentName()) && parser.getStringLength() <= MAX_VALUE_CHARS) {
                note(path + '.' + parser.getString(), inArrays);
            }
        }
    }

    private void noteKind(JsonParser parser, String path) {
        Set<String> found = values.getOrDefault(path, Set.of());
        if (Head.KINDS.contains(path.substring(path.lastIndexOf('.') + 1))
                && parser.getStringLength() <= MAX_VALUE_CHARS
                && found.size() < MAX_VALUES) {
            values.computeIfAbsent(path, unseen -> new HashSet<>()).add(parser.getString());
        }
    }

    private void embedded(String text, String path, int embedded) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            value(parser, parser.nextToken(), path, embedded);
        } catch (JacksonException e) {
            // Text that only begins like JSON.
            return;
        }
    }

    private static void note(String path, Set<String> found) {
        if (found.size() < MAX_PATHS) {
            found.add(path);
        }
    }

    private static boolean maybeObject(JsonParser parser) {
        int length = parser.getStringLength();
        char first = length < 2 ? ' ' : parser.getStringCharacters()[parser.getStringOffset()];
        return first == '{' || first == '"';
    }
}
