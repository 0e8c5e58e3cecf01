package dev.batchable.render;

/// Makes text from logs safe to print, and measures what it takes on a terminal.
///
/// Names in logs are chosen by whoever sent the calls. Escape sequences could repaint a terminal, bidirectional
/// controls could make one name look like another, and line breaks could forge a line of the report; each such
/// character becomes a question mark.
final class SafeText {
    private static final char HARMLESS = '?';
    private static final String GAP = "...";

    private SafeText() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(isHarmful(c) ? HARMLESS : c));
        return safe.toString();
    }

    /// Columns on a terminal: two for East Asian wide characters and emoji, none for combining marks.
    static int width(String text) {
        return text.codePoints().map(SafeText::width).sum();
    }

    /// The text in at most `width` columns, what is too much cut from the middle: names differ at both ends.
    static String shortened(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int left = (width - GAP.length() + 1) / 2;
        String head = head(text, left);
        return head + GAP + tail(text, width - GAP.length() - width(head));
    }

    /// The longest beginning that fits.
    static String head(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += width(c);
            if (used > width) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end);
    }

    private static String tail(String text, int width) {
        int used = 0;
        int start = text.length();
        while (start > 0) {
            int c = text.codePointBefore(start);
            used += width(c);
            if (used > width) {
                break;
            }
            start -= Character.charCount(c);
        }
        return text.substring(start);
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /// The blocks that Unicode's East Asian Width calls wide, coarsely: a narrow character taken for a wide one
    /// costs a blank and breaks nothing.
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || within(c, 0x2E80, 0xA4CF)
                        || within(c, 0xAC00, 0xD7A3)
                        || within(c, 0xF900, 0xFAFF)
                        || within(c, 0xFE30, 0xFE6F)
                        || within(c, 0xFF00, 0xFF60)
                        || within(c, 0xFFE0, 0xFFE6)
                        || within(c, 0x1F000, 0x1FAFF)
                        || within(c, 0x20000, 0x3FFFD));
    }

    private static boolean within(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
