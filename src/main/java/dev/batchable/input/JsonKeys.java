package dev.batchable.input;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
/// where they are JSON text themselves.
final class JsonKeys {
    private static final int MAX_DOCUMENTS = 50;
    private static final int MAX_PATHS = 5_000;
    /// How often JSON text may be nested in JSON text.
    private static final int MAX_EMBEDDED = 3;
    /// Keys under which pages of results are wrapped by the export interfaces of gateways and providers.
    private static final Set<String> ENVELOPES =
            Set.of("data", "result", "results", "records", "items", "logs", "rows", "runs", "entries");
    /// A document with one of these is a call itself, whatever arrays it holds (embeddings come as `data`).
    private static final Set<String> CALL_KEYS = Set.of("model", "usage");

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.MAX_DEPTH)
                    .build())
            .build();
    private final Set<String> header = new LinkedHashSet<>();
    private final Set<String> paths = new LinkedHashSet<>();
    /// Elements of arrays under envelope keys, by that key.
    private final Map<String, JsonKeys> wrapped = new LinkedHashMap<>();
    private int documents;

    Set<String> header() {
        return header;
    }

    Set<String> paths() {
        return paths;
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
        boolean call = CALL_KEYS.stream().anyMatch(header::contains);
        return call ? Optional.empty() : wrapped.keySet().stream().findFirst();
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
            note(key);
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
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String below = path + '.' + parser.currentName();
                note(below);
                value(parser, parser.nextToken(), below, embedded);
            }
        } else if (token == JsonToken.START_ARRAY) {
            parser.skipChildren();
        } else if (token == JsonToken.VALUE_STRING && embedded < MAX_EMBEDDED && maybeObject(parser)) {
            embedded(parser.getString(), path, embedded + 1);
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

    private void note(String path) {
        if (paths.size() < MAX_PATHS) {
            paths.add(path);
        }
    }

    private static boolean maybeObject(JsonParser parser) {
        int length = parser.getStringLength();
        char first = length < 2 ? ' ' : parser.getStringCharacters()[parser.getStringOffset()];
        return first == '{' || first == '"';
    }
}
