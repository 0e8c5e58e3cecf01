package dev.batchable.render;

import java.util.ArrayList;
import java.util.List;

/// Lines of text no wider than the page. Everything that enters is made harmless first.
final class Page {
    /// Where the text of labelled lines begins.
    static final int LABEL = 12;

    private final int width;
    private final StringBuilder text = new StringBuilder();

    Page(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    /// A title with a rule below it.
    Page heading(String title) {
        blank();
        line(title);
        return line("-".repeat(Math.min(width, SafeText.width(title))));
    }

    /// A line that fits, which its maker has seen to; cut where not.
    Page line(String line) {
        text.append(SafeText.shortened(SafeText.of(line), width).stripTrailing())
                .append('\n');
        return this;
    }

    /// Text over as many lines as it takes, all indented alike.
    Page paragraph(int indent, String paragraph) {
        return hanging(" ".repeat(indent), paragraph);
    }

    /// A label and its text, which goes on below itself.
    Page labelled(String label, String paragraph) {
        return hanging(padded(label, LABEL), paragraph);
    }

    /// A first line that begins with `lead`, and further ones indented by its width.
    Page hanging(String lead, String paragraph) {
        String start = SafeText.of(lead);
        int indent = SafeText.width(start);
        for (String line : wrapped(SafeText.of(paragraph), width - indent)) {
            text.append((start + line).stripTrailing()).append('\n');
            start = " ".repeat(indent);
        }
        return this;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - SafeText.width(text)));
    }

    static String rightAligned(String text, int width) {
        return " ".repeat(Math.max(0, width - SafeText.width(text))) + text;
    }

    private static List<String> wrapped(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && SafeText.width(line.toString()) + 1 + SafeText.width(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (SafeText.width(rest) > width) {
                String head = SafeText.head(rest, width);
                lines.add(head);
                rest = rest.substring(head.length());
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
