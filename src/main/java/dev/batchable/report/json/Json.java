package dev.batchable.report.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A JSON value as read, before anything is expected of it.
sealed interface Json {
    record Text(String text) implements Json {}

    record Figure(BigDecimal figure) implements Json {}

    record Flag(boolean flag) implements Json {}

    record Null() implements Json {}

    record Items(List<Json> items) implements Json {}

    record Members(Map<String, Json> members) implements Json {}

    /// What was found, for messages; long text is cut.
    default String found() {
        if (this instanceof Text text) {
            return '"' + (text.text.length() <= 40 ? text.text : text.text.substring(0, 40) + "...") + '"';
        }
        if (this instanceof Figure figure) {
            return figure.figure.toPlainString();
        }
        if (this instanceof Flag flag) {
            return String.valueOf(flag.flag);
        }
        if (this instanceof Items) {
            return "an array";
        }
        return this instanceof Members ? "an object" : "null";
    }

    /// Reads the value that begins at the parser's current token. The parser bounds nesting, so this recursion
    /// is bounded too.
    static Json read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Figure(parser.getDecimalValue());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Null();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a value cannot begin with " + token);
        };
    }

    private static Json members(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new Members(members);
    }

    private static Json items(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new Items(items);
    }
}
