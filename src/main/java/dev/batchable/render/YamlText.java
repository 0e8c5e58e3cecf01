package dev.batchable.render;

import java.util.regex.Pattern;

/// Text of logs as YAML scalars and comments. Names come from whoever called the API, so nothing in them may
/// end a scalar or a comment.
final class YamlText {
    /// Plain scalars that no YAML reader takes for anything but text.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Pattern WORD_WITH_MEANING = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n|todo");

    private static final Pattern ANSWER = Pattern.compile("[a-z0-9][a-z0-9-]*%?|[0-9.]+ [A-Z]{3}/h");

    private YamlText() {}

    /// A scalar, quoted unless it is harmless.
    static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !WORD_WITH_MEANING.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(escaped(c));
            }
        });
        return quoted.append('"').toString();
    }

    /// An answer in the vocabulary of the policy. Its reader takes every plain value as text, so `no`, `4h` and
    /// `40%` need no quotes there; a time of day gets them, as the reference writes it.
    static String answer(String text) {
        return ANSWER.matcher(text).matches() ? text : scalar(text);
    }

    /// Text for a comment: one line, whatever it holds.
    static String comment(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(isPrintable(c) ? c : ' '));
        return line.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escaped(int c) {
        String hex = Integer.toHexString(c);
        return c <= 0xFFFF ? "\\u" + "0".repeat(4 - hex.length()) + hex : "\\U" + "0".repeat(8 - hex.length()) + hex;
    }
}
