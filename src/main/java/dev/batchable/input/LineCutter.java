package dev.batchable.input;

/// JSON lines: every line that is not blank is a unit.
final class LineCutter extends UnitCutter {
    private boolean skipping;

    LineCutter(Text text, int chunkBytes) {
        super(text, chunkBytes);
    }

    @Override
    int cut(Chunk chunk, boolean last) {
        byte[] bytes = chunk.bytes();
        int end = chunk.length();
        int at = 0;
        while (at < end && !full(at)) {
            int lineEnd = ByteScan.find(bytes, at, end, '\n');
            if (lineEnd == end && !last) {
                return skipping ? end : at;
            }
            line(chunk, at, lineEnd, lineEnd == end && torn(last));
            if (lineEnd == end) {
                openLine(true);
                return end;
            }
            newLines(1);
            at = lineEnd + 1;
        }
        return at;
    }

    @Override
    int skip(Chunk chunk) {
        chunk.problem(line(), TOO_LONG);
        skipping = true;
        return chunk.length();
    }

    private void line(Chunk chunk, int from, int to, boolean torn) {
        if (skipping) {
            skipping = false;
            return;
        }
        byte[] bytes = chunk.bytes();
        int start = from;
        int end = to;
        while (start < end && ByteScan.isBlank(bytes[start])) {
            start++;
        }
        while (end > start && ByteScan.isBlank(bytes[end - 1])) {
            end--;
        }
        if (start == end) {
            blankLine();
        } else if (torn) {
            chunk.problem(line(), "cut off by the end of readable data");
        } else {
            chunk.unit(start, end, line());
        }
    }
}
