package dev.batchable.input.format;

import dev.batchable.record.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The names under which logs keep what a call was: OpenTelemetry GenAI semantic conventions
/// (<https://opentelemetry.io/docs/specs/semconv/gen-ai/>), LiteLLM, the providers' own usage objects, and
/// plain words. Those of one field stand in order of preference.
///
/// Names are compared in lower case with `_` between words, so that `inputTokens`, `Input Tokens` and
/// `input-tokens` are `input_tokens`; a wrapping object such as `usage` or `metadata` is left out, and for
/// durations the unit at the end ([TimeUnits]).
final class KnownNames {
    private static final Set<String> WRAPPERS = Set.of(
            "usage",
            "token_usage",
            "metadata",
            "attributes",
            "request",
            "response",
            "data",
            "payload",
            "properties",
            "labels",
            "event",
            "log",
            "span",
            "record",
            "fields",
            "extra",
            "context",
            "metrics",
            "body",
            "resource");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATOR = Pattern.compile("[-\\s]+");
    private static final Map<String, Known> BY_NAME = byName();

    private record Known(Field field, int rank) {}

    /// A path whose name is known.
    ///
    /// @param name the path without wrappers, in the common spelling, its unit included
    record Match(Field field, String path, String name, int rank) {
        private long depth() {
            return path.chars().filter(c -> c == '.').count();
        }
    }

    private KnownNames() {}

    /// The paths whose names are known, the preferred ones of a field first, ties by depth and then by text.
    static List<Match> matches(Set<String> paths) {
        List<Match> matches = new ArrayList<>();
        for (String path : paths) {
            String name = name(path);
            known(name).ifPresent(known -> matches.add(new Match(known.field(), path, name, known.rank())));
        }
        matches.sort(Comparator.comparing(Match::field)
                .thenComparingInt(Match::rank)
                .thenComparingLong(Match::depth)
                .thenComparing(Match::path));
        return matches;
    }

    /// The field that a name stands for; a field's own name counts too.
    static Optional<Field> field(String name) {
        String common = name(name);
        return known(common).map(Known::field).or(() -> ownName(common));
    }

    /// A path in the common spelling, without wrapping objects.
    static String name(String path) {
        if (BY_NAME.containsKey(path)) {
            return path;
        }
        String spelled = SEPARATOR
                .matcher(WORD_START.matcher(path.strip()).replaceAll("_"))
                .replaceAll("_")
                .toLowerCase(Locale.ROOT);
        int dot = spelled.indexOf('.');
        while (dot > 0 && !BY_NAME.containsKey(spelled) && WRAPPERS.contains(spelled.substring(0, dot))) {
            spelled = spelled.substring(dot + 1);
            dot = spelled.indexOf('.');
        }
        return spelled;
    }

    private static Optional<Known> known(String name) {
        Known known = BY_NAME.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(BY_NAME.get(TimeUnits.base(name)))
                .filter(base -> base.field() == Field.LATENCY || base.field() == Field.FIRST_TOKEN);
    }

    private static Optional<Field> ownName(String name) {
        for (Field field : Field.values()) {
            if (!field.isPlace() && field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Known> byName() {
        Map<String, Known> known = new HashMap<>();
        KnownNameTable.names().forEach((field, names) -> {
            for (String name : names) {
                known.put(name, new Known(field, names.indexOf(name)));
            }
        });
        return known;
    }
}
