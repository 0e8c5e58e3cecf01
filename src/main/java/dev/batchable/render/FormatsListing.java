package dev.batchable.render;

import dev.batchable.formats.Abilities;
import dev.batchable.formats.KnownFormat;
import dev.batchable.input.InputSummary.Kind;
import java.util.List;

/// All formats, each with what it tells and which of the questions that answers.
public final class FormatsListing {
    private FormatsListing() {}

    public static String of(List<KnownFormat> formats, int width) {
        Page page = new Page(width);
        page.paragraph(
                0,
                "What batchable reads, told apart by itself; the name in front is for --format NAME:PATH. Plain, gzip"
                        + " or zstd; files, folders or standard input, in any mix. 'batchable formats FILE' says what a"
                        + " file is and what it tells.");
        section(page, "Request logs", Kind.REQUESTS, formats);
        section(page, "Usage exports", Kind.USAGE, formats);
        section(page, "Bills", Kind.BILLING, formats);
        return page.toString();
    }

    private static void section(Page page, String title, Kind kind, List<KnownFormat> formats) {
        page.heading(title);
        formats.stream().filter(format -> format.kind() == kind).forEach(format -> entry(page, format));
    }

    private static void entry(Page page, KnownFormat format) {
        Abilities abilities = format.abilities();
        page.blank().hanging(format.id() + "  ", format.title());
        if (format.kind() != Kind.BILLING) {
            page.hanging("    tells    ", abilities.tells());
            page.hanging("    answers  ", abilities.answers());
        }
        page.hanging("    see      ", format.url());
    }
}
