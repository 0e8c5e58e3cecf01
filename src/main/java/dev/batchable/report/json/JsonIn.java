package dev.batchable.report.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads members of one JSON object. Every member is required, none but the expected ones may be there, and
/// null is allowed only where a value may be unknown, so that nothing is guessed from a file of another shape.
final class JsonIn {
    private final String path;
    private final Map<String, Json> members;
    private final Set<String> asked = new HashSet<>();

    private JsonIn(String path, Map<String, Json> members) {
        this.path = path;
        this.members = members;
    }

    /// Reads an object with `reader`; what a record refuses is told with the object's path.
    static <T> T object(Json json, String path, Function<JsonIn, T> reader) {
        if (!(json instanceof Json.Members object)) {
            throw expected(path, "an object", json);
        }
        JsonIn in = new JsonIn(path, object.members());
        T result;
        try {
            result = reader.apply(in);
        } catch (IllegalArgumentException e) {
            throw new ReportFormatException(path, String.valueOf(e.getMessage()));
        }
        in.refuseOthers();
        return result;
    }

    String text(String name) {
        return text(member(name), path(name));
    }

    Optional<String> textOrNull(String name) {
        return known(name).map(json -> text(json, path(name)));
    }

    List<String> texts(String name) {
        return list(name, JsonIn::text);
    }

    BigDecimal figure(String name) {
        return figure(member(name), path(name));
    }

    Optional<BigDecimal> figureOrNull(String name) {
        return known(name).map(json -> figure(json, path(name)));
    }

    long count(String name) {
        return count(member(name), path(name));
    }

    OptionalLong countOrNull(String name) {
        Optional<Json> json = known(name);
        return json.isPresent() ? OptionalLong.of(count(json.get(), path(name))) : OptionalLong.empty();
    }

    List<Long> counts(String name) {
        return list(name, JsonIn::count);
    }

    Optional<Boolean> flagOrNull(String name) {
        return known(name).map(json -> {
            if (json instanceof Json.Flag flag) {
                return flag.flag();
            }
            throw expected(path(name), "true or false", json);
        });
    }

    boolean flag(String name) {
        return flagOrNull(name).orElseThrow(() -> expected(path(name), "true or false", member(name)));
    }

    LocalDate day(String name) {
        return day(member(name), path(name));
    }

    Optional<LocalDate> dayOrNull(String name) {
        return known(name).map(json -> day(json, path(name)));
    }

    List<LocalDate> days(String name) {
        return list(name, JsonIn::day);
    }

    Instant instant(String name) {
        return parsed(member(name), path(name), Instant::parse, "an instant such as 2026-10-31T12:00:00Z");
    }

    ZoneId zone(String name) {
        return parsed(member(name), path(name), ZoneId::of, "a time zone such as UTC");
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return choice(member(name), path(name), type);
    }

    <E extends Enum<E>> Optional<E> choiceOrNull(String name, Class<E> type) {
        return known(name).map(json -> choice(json, path(name), type));
    }

    <T> T object(String name, Function<JsonIn, T> reader) {
        return object(member(name), path(name), reader);
    }

    <T> Optional<T> objectOrNull(String name, Function<JsonIn, T> reader) {
        return known(name).map(json -> object(json, path(name), reader));
    }

    <T> List<T> objects(String name, Function<JsonIn, T> reader) {
        return list(name, (json, place) -> object(json, place, reader));
    }

    <T> Optional<List<T>> objectsOrNull(String name, Function<JsonIn, T> reader) {
        return known(name).map(json -> objects(name, reader));
    }

    private interface ItemReader<T> {
        T read(Json json, String path);
    }

    private <T> List<T> list(String name, ItemReader<T> reader) {
        Json json = member(name);
        if (!(json instanceof Json.Items items)) {
            throw expected(path(name), "an array", json);
        }
        List<T> list = new ArrayList<>();
        for (Json item : items.items()) {
            list.add(reader.read(item, path(name) + "[" + list.size() + "]"));
        }
        return list;
    }

    private Json member(String name) {
        asked.add(name);
        Json json = members.get(name);
        if (json == null) {
            throw new ReportFormatException(path(name), "is missing");
        }
        return json;
    }

    private Optional<Json> known(String name) {
        Json json = member(name);
        return json instanceof Json.Null ? Optional.empty() : Optional.of(json);
    }

    private void refuseOthers() {
        for (String name : members.keySet()) {
            if (!asked.contains(name)) {
                throw new ReportFormatException(path(name), "is not a member of a report of this version");
            }
        }
    }

    private String path(String name) {
        return path + "." + name;
    }

    private static String text(Json json, String path) {
        if (json instanceof Json.Text text) {
            return text.text();
        }
        throw expected(path, "text", json);
    }

    private static BigDecimal figure(Json json, String path) {
        if (json instanceof Json.Figure figure) {
            return figure.figure();
        }
        throw expected(path, "a number", json);
    }

    private static long count(Json json, String path) {
        if (json instanceof Json.Figure figure) {
            try {
                return figure.figure().longValueExact();
            } catch (ArithmeticException e) {
                throw expected(path, "a whole number", json);
            }
        }
        throw expected(path, "a whole number", json);
    }

    private static LocalDate day(Json json, String path) {
        return parsed(json, path, LocalDate::parse, "a day such as 2026-10-31");
    }

    private static <E extends Enum<E>> E choice(Json json, String path, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (json instanceof Json.Text text && text.text().equals(JsonOut.id(constant))) {
                return constant;
            }
        }
        String known = Arrays.stream(type.getEnumConstants()).map(JsonOut::id).collect(Collectors.joining(", "));
        throw expected(path, "one of " + known, json);
    }

    private static <T> T parsed(Json json, String path, Function<String, T> parser, String wanted) {
        try {
            return parser.apply(text(json, path));
        } catch (DateTimeException e) {
            throw expected(path, wanted, json);
        }
    }

    private static ReportFormatException expected(String path, String wanted, Json json) {
        return new ReportFormatException(path, "expected " + wanted + ", found " + json.found());
    }
}
