package dev.batchable.input;

import java.util.Optional;

/// Cuts a text into units, chunk after chunk.
///
/// Problem: units must be told apart in the order of the text, because what a byte means (a line end inside a
/// quoted cell, a brace inside a JSON string) depends on those before it, while decoding is the costly part.
/// Method: one thread at a time reads the next piece and finds where its units begin and end, which runs at
/// memory speed; the units are then decoded by that thread while the next one cuts. Consequence: the cuts, and
/// with them all results, do not depend on the number of threads; memory is one chunk a thread, and up to
/// [Limits#MAX_LINE_BYTES] where a unit is that long.
abstract class UnitCutter {
    static final String TOO_LONG = "longer than " + Limits.MAX_LINE_BYTES / (1024 * 1024)
            + " MiB, skipped; export it in smaller pages or batches";

    private final Text text;
    private final int chunkBytes;
    private boolean ended;
    private boolean openLine;
    private long line = 1;
    private long blank;

    UnitCutter(Text text, int chunkBytes) {
        this.text = text;
        this.chunkBytes = chunkBytes;
    }

    /// Fills the chunk with the next units; false at the end of the text.
    final boolean next(Chunk chunk) {
        chunk.clear();
        int consumed = 0;
        int wanted = chunkBytes;
        while (!ended && consumed == 0) {
            int got = text.read(chunk.room(wanted), chunk.length(), wanted - chunk.length());
            chunk.lengthen(got);
            boolean last = chunk.length() < wanted;
            consumed = cut(chunk, last);
            ended = last && consumed == chunk.length();
            if (consumed == 0 && !ended && chunk.length() >= Limits.MAX_LINE_BYTES) {
                consumed = skip(chunk);
            }
            wanted = Math.min(2 * wanted, Limits.MAX_LINE_BYTES);
        }
        text.unread(chunk.bytes(), consumed, chunk.length() - consumed);
        return !ended || consumed > 0;
    }

    /// Finds the units from the beginning of the chunk on, until [#full]. May move them, but not the bytes
    /// after the last one.
    ///
    /// @param last whether the text ends with this chunk; then no unit waits for more
    /// @return how many bytes are done with
    abstract int cut(Chunk chunk, boolean last);

    /// Called with a chunk of the longest permitted length that holds no complete unit.
    ///
    /// @return how many bytes are done with, at least one
    abstract int skip(Chunk chunk);

    /// Whether a chunk has been consumed so far that the rest is left to the next one; chunks grow beyond this
    /// size for a long unit only.
    final boolean full(int consumed) {
        return consumed >= chunkBytes;
    }

    /// Why the text is not complete, where its structure shows that.
    Optional<String> damage() {
        return text.damage();
    }

    /// Whether the text is a page that says that another one follows it; of several pages the last one says so.
    boolean more() {
        return false;
    }

    /// Whether the last unit was torn off by a read error.
    final boolean torn(boolean last) {
        return last && text.damage().isPresent();
    }

    final long line() {
        return line;
    }

    final void newLines(long count) {
        line += count;
    }

    final void blankLine() {
        blank++;
    }

    /// Notes whether the text so far ends without a line end.
    final void openLine(boolean open) {
        openLine = open;
    }

    /// Physical lines so far.
    final long lines() {
        return line - 1 + (openLine ? 1 : 0);
    }

    final long blank() {
        return blank;
    }
}
