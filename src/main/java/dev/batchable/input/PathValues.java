package dev.batchable.input;

import java.util.Arrays;

/// What one unit holds at the wanted paths, as text; reused from unit to unit. Absent values are empty text,
/// which by the contract of [Row] means the same.
///
/// Text that may hold JSON with wanted paths inside is entered when one of those is first asked for, and once
/// only.
final class PathValues {
    private final JsonWalk walk;
    private final String[] values;
    private final String[] unentered;

    PathValues(PathTree<?> tree, JsonWalk walk) {
        this.walk = walk;
        values = new String[tree.size()];
        unentered = new String[tree.size()];
        clear();
    }

    void clear() {
        Arrays.fill(values, "");
        Arrays.fill(unentered, "");
    }

    /// What it holds, kept for [#restore].
    Saved save() {
        return new Saved(values.clone(), unentered.clone());
    }

    void restore(Saved saved) {
        System.arraycopy(saved.values, 0, values, 0, values.length);
        System.arraycopy(saved.unentered, 0, unentered, 0, unentered.length);
    }

    /// Values around an array, which each of its elements begins with.
    static final class Saved {
        private final String[] values;
        private final String[] unentered;

        private Saved(String[] values, String[] unentered) {
            this.values = values;
            this.unentered = unentered;
        }
    }

    /// Keeps a scalar, or JSON text kept as text; behind a comma where a node gathers several.
    void put(PathTree.Node node, String text) {
        String value = unquoted(withSingleQuotes(text.strip()));
        if (isAbsent(value)) {
            return;
        }
        String before = values[node.id()];
        values[node.id()] = node.gathers() && !before.isEmpty() ? before + ',' + value : value;
        if (node.inner()) {
            unentered[node.id()] = value;
        }
    }

    /// JSON whose quotes an exporter doubled twice on their way into a CSV cell, as
    /// `npx @helicone/export` does: `{""model"":""gpt-4o""}`. No JSON object begins like that.
    private static String withSingleQuotes(String value) {
        boolean doubled = value.startsWith("{\"\"") && value.length() > 3 && value.charAt(3) != ':';
        return doubled ? value.replace("\"\"", "\"") : value;
    }

    /// Keeps the text of a JSON object or array that has been walked already.
    void putWalked(PathTree.Node node, String json) {
        values[node.id()] = json;
    }

    /// The stripped text at a node; empty where there is none.
    String get(PathTree.Node node) {
        String value = values[node.id()];
        if (!value.isEmpty() || node.ancestors().length == 0) {
            return value;
        }
        for (PathTree.Node ancestor : node.ancestors()) {
            String text = unentered[ancestor.id()];
            if (!text.isEmpty()) {
                unentered[ancestor.id()] = "";
                walk.embedded(text, ancestor, this);
            }
        }
        return values[node.id()];
    }

    /// What a JSON string kept as text stands for: some exports encode every value, a few of them twice. Text with
    /// quotes or escapes inside is left as it is.
    private static String unquoted(String text) {
        int from = 0;
        int to = text.length();
        if (to < 2 || text.charAt(0) != '"' || text.charAt(to - 1) != '"') {
            return text;
        }
        while (from < to && isQuote(text.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(text.charAt(to - 1))) {
            to--;
        }
        String inner = text.substring(from, to);
        return inner.chars().anyMatch(PathValues::isQuote) ? text : inner.strip();
    }

    private static boolean isQuote(int character) {
        return character == '"' || character == '\\';
    }

    private static boolean isAbsent(String value) {
        return switch (value.length()) {
            case 0 -> true;
            case 1 -> value.charAt(0) == '-';
            case 4 -> value.equals("null") || value.equals("NULL") || value.equals("None");
            default -> false;
        };
    }
}
