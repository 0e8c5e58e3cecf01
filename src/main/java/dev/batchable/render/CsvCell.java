package dev.batchable.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// A cell as it stands in the file, quoted where RFC 4180 asks for it.
///
/// Spreadsheets run cells that begin with `=`, `+`, `-` or `@` as formulas, also behind blanks and in their
/// full-width forms, and names in logs are chosen by whoever sent the calls. Such text gets an apostrophe in
/// front, which spreadsheets take as "this is text"; tabs and line breaks, which could begin a cell of their
/// own, are made harmless like every control character. Figures are written by us and stay figures.
record CsvCell(String text) {
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    static final CsvCell NONE = new CsvCell("none");
    static final CsvCell UNKNOWN = new CsvCell("unknown");

    static CsvCell of(String text) {
        String safe = SafeText.of(text);
        String start = safe.stripLeading();
        if (start.isEmpty()) {
            return NONE;
        }
        boolean formula = FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        return new CsvCell(quoted(formula ? "'" + safe : safe));
    }

    static CsvCell of(BigDecimal figure) {
        return new CsvCell(figure.toPlainString());
    }

    static CsvCell of(long count) {
        return new CsvCell(String.valueOf(count));
    }

    static CsvCell of(List<String> items) {
        return of(String.join("; ", items));
    }

    static CsvCell orNone(Optional<String> text) {
        return text.map(CsvCell::of).orElse(NONE);
    }

    static CsvCell figureOrNone(Optional<BigDecimal> figure) {
        return figure.map(CsvCell::of).orElse(NONE);
    }

    private static String quoted(String text) {
        boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == ' ' || c == ';');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
