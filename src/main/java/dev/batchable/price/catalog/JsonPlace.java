package dev.batchable.price.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A value of a price file with the path to it, so that every complaint says where.
record JsonPlace(JsonNode node, String path) {
    /// Most digits on either side of the decimal point of a price. Real prices per token have 12 decimals.
    private static final int MAX_DIGITS = 20;
    private static final int MAX_SHOWN = 40;

    Optional<JsonPlace> child(String field) {
        return Optional.ofNullable(node.get(field))
                .filter(value -> !value.isNull())
                .map(value -> new JsonPlace(value, path.isEmpty() ? field : path + "." + field));
    }

    JsonPlace required(String field, String expected) throws PriceFileException {
        Optional<JsonPlace> child = child(field);
        if (child.isEmpty()) {
            throw new PriceFileException(path.isEmpty() ? "top level" : path, "no '" + field + "'", expected);
        }
        return child.get();
    }

    /// Fails on a field that is not expected, which is most often a misspelt one.
    JsonPlace only(Set<String> fields) throws PriceFileException {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        for (String name : node.propertyNames()) {
            if (!fields.contains(name)) {
                throw new PriceFileException(
                        path.isEmpty() ? "top level" : path,
                        "field '" + name + "'",
                        "one of " + String.join(", ", new TreeSet<>(fields)));
            }
        }
        return this;
    }

    List<JsonPlace> elements() throws PriceFileException {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (JsonNode element : node) {
            elements.add(new JsonPlace(element, path + "[" + elements.size() + "]"));
        }
        return elements;
    }

    List<Map.Entry<String, JsonPlace>> fields() throws PriceFileException {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        List<Map.Entry<String, JsonPlace>> fields = new ArrayList<>();
        for (String name : node.propertyNames()) {
            child(name).ifPresent(value -> fields.add(Map.entry(name, value)));
        }
        return fields;
    }

    String text() throws PriceFileException {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong("text");
        }
        return node.stringValue().strip();
    }

    Optional<String> text(String field) throws PriceFileException {
        Optional<JsonPlace> child = child(field);
        return child.isEmpty() ? Optional.empty() : Optional.of(child.get().text());
    }

    Optional<LocalDate> date(String field) throws PriceFileException {
        Optional<JsonPlace> child = child(field);
        return child.isEmpty()
                ? Optional.empty()
                : Optional.of(child.get().parsed(LocalDate::parse, "a date such as 2026-07-30"));
    }

    /// A count; empty where the field is absent.
    Optional<Long> count(String field) throws PriceFileException {
        Optional<JsonPlace> child = child(field);
        if (child.isPresent()
                && (!child.get().node.isIntegralNumber() || child.get().node.longValue() < 1)) {
            throw child.get().wrong("a whole number above 0");
        }
        return child.map(value -> value.node.longValue());
    }

    boolean flag(String field, boolean otherwise) throws PriceFileException {
        Optional<JsonPlace> child = child(field);
        if (child.isPresent() && !child.get().node.isBoolean()) {
            throw child.get().wrong("true or false");
        }
        return child.map(value -> value.node.booleanValue()).orElse(otherwise);
    }

    /// The text read by a parser of the platform, whose own message is no help to a reader of price files.
    <T> T parsed(Function<String, T> parser, String expected) throws PriceFileException {
        String text = text();
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(expected);
        }
    }

    /// A price, from a number or a text that spells one; exact either way.
    BigDecimal price() throws PriceFileException {
        String expected = "a price that is not negative, such as \"0.25\"";
        if (!node.isNumber() && !node.isString()) {
            throw wrong(expected);
        }
        BigDecimal price;
        try {
            price = node.isString() ? new BigDecimal(node.stringValue().strip()) : node.decimalValue();
        } catch (NumberFormatException e) {
            throw wrong(expected);
        }
        if (price.signum() < 0 || price.scale() > MAX_DIGITS || price.precision() - price.scale() > MAX_DIGITS) {
            throw wrong(expected);
        }
        return Decimals.normal(price);
    }

    PriceFileException wrong(String expected) {
        return new PriceFileException(path.isEmpty() ? "top level" : path, shown(), expected);
    }

    private String shown() {
        String text =
                (node.isString() ? "'" + node.stringValue() + "'" : node.toString()).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
