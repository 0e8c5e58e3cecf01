package dev.batchable.report.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/// Writes members of JSON objects in the order asked for. Unknown is null, days and instants are ISO 8601 text,
/// and an enum constant is its name in lower case with hyphens.
public final class JsonOut {
    private final JsonGenerator generator;

    JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Writes a single value.
    ///
    /// @param value text, number, truth value, enum constant, day, instant or zone, or an optional one
    public JsonOut value(String name, Object value) {
        generator.writeName(name);
        scalar(value);
        return this;
    }

    public JsonOut values(String name, List<?> values) {
        generator.writeName(name);
        generator.writeStartArray();
        values.forEach(this::scalar);
        generator.writeEndArray();
        return this;
    }

    public <T> JsonOut object(String name, T part, BiConsumer<T, JsonOut> members) {
        generator.writeName(name);
        object(part, members);
        return this;
    }

    public <T> JsonOut objectOrNull(String name, Optional<T> part, BiConsumer<T, JsonOut> members) {
        generator.writeName(name);
        part.ifPresentOrElse(present -> object(present, members), generator::writeNull);
        return this;
    }

    public <T> JsonOut objects(String name, List<T> parts, BiConsumer<T, JsonOut> members) {
        generator.writeName(name);
        generator.writeStartArray();
        parts.forEach(part -> object(part, members));
        generator.writeEndArray();
        return this;
    }

    <T> void object(T part, BiConsumer<T, JsonOut> members) {
        generator.writeStartObject();
        members.accept(part, this);
        generator.writeEndObject();
    }

    private void scalar(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(this::scalar, generator::writeNull);
        } else if (value instanceof OptionalLong optional) {
            optional.ifPresentOrElse(generator::writeNumber, generator::writeNull);
        } else if (value instanceof BigDecimal figure) {
            generator.writeNumber(figure);
        } else if (value instanceof Long count) {
            generator.writeNumber(count);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Enum<?> constant) {
            generator.writeString(id(constant));
        } else if (value instanceof String || isTime(value)) {
            generator.writeString(value.toString());
        } else {
            throw new IllegalArgumentException("no JSON value: " + value.getClass());
        }
    }

    private static boolean isTime(Object value) {
        return value instanceof LocalDate || value instanceof Instant || value instanceof ZoneId;
    }
}
