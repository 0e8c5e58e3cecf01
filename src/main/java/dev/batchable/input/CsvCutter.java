package dev.batchable.input;

/// CSV: every record but the first, which is the header, is a unit. The units of a chunk end up one behind the
/// other, each with exactly one line feed, whatever its line end was, so that they can be decoded in one go.
///
/// Problem: a line feed inside a quoted cell ends no record, so a quote that is never closed would make the
/// rest of the file one cell. Method: a quote counts only at the beginning of a cell, and after the closing one
/// a delimiter or line end must follow (RFC 4180). Where that fails, the line on which the record begins is a
/// problem and the next line begins a record. Consequence: the quotes of any later record expose the open one,
/// so that damage stays within a few lines; at worst [Limits#MAX_LINE_BYTES] are looked at before.
final class CsvCutter extends UnitCutter {
    private static final String BAD_QUOTES = "a quoted cell is not closed, or text follows its closing quote";
    private static final int INCOMPLETE = -1;
    private static final int MALFORMED = -2;

    private final char delimiter;
    private boolean headerSeen;
    private boolean skipping;
    private int written;
    private int linesInside;

    CsvCutter(Text text, int chunkBytes, char delimiter) {
        super(text, chunkBytes);
        this.delimiter = delimiter;
    }

    @Override
    int cut(Chunk chunk, boolean last) {
        written = 0;
        int at = 0;
        int length = chunk.length();
        if (skipping) {
            at = ByteScan.find(chunk.bytes(), 0, length, '\n');
            skipping = at == length && !last;
            at = lineDone(at, length, last);
        }
        while (at < length && !full(at)) {
            int next = record(chunk, at, last);
            if (next == INCOMPLETE) {
                return at;
            }
            at = next;
        }
        return at;
    }

    @Override
    int skip(Chunk chunk) {
        chunk.problem(line(), TOO_LONG);
        headerSeen = true;
        int length = chunk.length();
        int lineEnd = ByteScan.find(chunk.bytes(), 0, length, '\n');
        skipping = lineEnd == length;
        return lineDone(lineEnd, length, false);
    }

    /// Takes one record and returns where the next one begins.
    private int record(Chunk chunk, int from, boolean last) {
        int length = chunk.length();
        int end = recordEnd(chunk, from, last);
        if (end == INCOMPLETE) {
            return INCOMPLETE;
        }
        if (end == MALFORMED) {
            int lineEnd = ByteScan.find(chunk.bytes(), from, length, '\n');
            if (lineEnd == length && !last) {
                return INCOMPLETE;
            }
            problem(chunk, BAD_QUOTES);
            return lineDone(lineEnd, length, last);
        }
        if (end == length && torn(last)) {
            problem(chunk, "cut off by the end of readable data");
        } else {
            take(chunk, from, end);
            if (end == length) {
                chunk.endsOpen();
            }
        }
        newLines(linesInside);
        return lineDone(end, length, last);
    }

    private int lineDone(int lineEnd, int length, boolean last) {
        if (lineEnd < length) {
            newLines(1);
            return lineEnd + 1;
        }
        if (last) {
            openLine(true);
        }
        return length;
    }

    private void problem(Chunk chunk, String reason) {
        if (headerSeen) {
            chunk.problem(line(), reason);
        }
        headerSeen = true;
    }

    private void take(Chunk chunk, int from, int lineEnd) {
        byte[] bytes = chunk.bytes();
        int end = lineEnd > from && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        if (end == from) {
            blankLine();
        } else if (!headerSeen) {
            headerSeen = true;
        } else {
            chunk.unit(written, written + end - from, line());
            if (written != from) {
                System.arraycopy(bytes, from, bytes, written, end - from);
            }
            written += end - from;
            bytes[written++] = '\n';
        }
    }

    /// Index of the line feed that ends the record, or of the end of the last one.
    private int recordEnd(Chunk chunk, int from, boolean last) {
        byte[] bytes = chunk.bytes();
        int length = chunk.length();
        int at = from;
        linesInside = 0;
        while (true) {
            int hit = ByteScan.findEither(bytes, at, length, '"', '\n');
            if (hit == length) {
                return last ? length : INCOMPLETE;
            }
            if (bytes[hit] == '\n') {
                return hit;
            }
            at = hit + 1;
            if (hit == from || bytes[hit - 1] == delimiter) {
                at = cellEnd(bytes, at, length, last);
                if (at < 0) {
                    return at;
                }
                if (bytes[at - 2] == '"') {
                    chunk.quotesMeet();
                }
                linesInside += ByteScan.count(bytes, hit, at, '\n');
            }
        }
    }

    /// Index after the closing quote of a cell whose text begins here.
    private int cellEnd(byte[] bytes, int from, int length, boolean last) {
        int quote = ByteScan.find(bytes, from, length, '"');
        while (quote + 1 < length && bytes[quote + 1] == '"') {
            quote = ByteScan.find(bytes, quote + 2, length, '"');
        }
        int after = quote + 1;
        if (quote == length) {
            return last ? MALFORMED : INCOMPLETE;
        }
        if (after == length) {
            return last ? length : INCOMPLETE;
        }
        boolean carriage = bytes[after] == '\r';
        if (carriage && after + 1 == length) {
            return last ? length : INCOMPLETE;
        }
        boolean ends = bytes[after] == delimiter || bytes[after] == '\n' || (carriage && bytes[after + 1] == '\n');
        return ends ? after : MALFORMED;
    }
}
