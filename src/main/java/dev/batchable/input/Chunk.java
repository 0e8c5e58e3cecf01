package dev.batchable.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A piece of text cut into units, and the work of one thread at a time; reused from piece to piece.
final class Chunk {
    private static final int FIRST_UNITS = 1024;

    private byte[] bytes = new byte[0];
    private int length;
    private int units;
    private int[] starts = new int[FIRST_UNITS];
    private int[] ends = new int[FIRST_UNITS];
    private long[] lines = new long[FIRST_UNITS];
    private boolean quotesMeet;
    private boolean endsOpen;
    private final List<Problem> problems = new ArrayList<>();

    void clear() {
        length = 0;
        units = 0;
        quotesMeet = false;
        endsOpen = false;
        problems.clear();
    }

    boolean isEmpty() {
        return units == 0 && problems.isEmpty();
    }

    /// Makes room for so many bytes and one more, and returns where they are kept.
    byte[] room(int wanted) {
        if (bytes.length <= wanted) {
            bytes = Arrays.copyOf(bytes, wanted + 1);
        }
        return bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /// Bytes in use.
    int length() {
        return length;
    }

    void lengthen(int count) {
        length += count;
    }

    /// @param end exclusive, without line end
    /// @param line on which the unit begins, counted from 1
    void unit(int start, int end, long line) {
        if (units == starts.length) {
            starts = Arrays.copyOf(starts, 2 * units);
            ends = Arrays.copyOf(ends, 2 * units);
            lines = Arrays.copyOf(lines, 2 * units);
        }
        starts[units] = start;
        ends[units] = end;
        lines[units] = line;
        units++;
    }

    void problem(long line, String reason) {
        problems.add(new Problem(line, reason));
    }

    /// Notes that a cell's closing quote stands right behind another quote, as in `""`.
    void quotesMeet() {
        quotesMeet = true;
    }

    boolean doQuotesMeet() {
        return quotesMeet;
    }

    /// Notes that the text ends with the last unit and without a line end, as it does where it was cut off.
    void endsOpen() {
        endsOpen = true;
    }

    boolean isClosed(int unit) {
        return !endsOpen || unit < units - 1;
    }

    int units() {
        return units;
    }

    int start(int unit) {
        return starts[unit];
    }

    int end(int unit) {
        return ends[unit];
    }

    long line(int unit) {
        return lines[unit];
    }

    /// Units that could not be cut out.
    List<Problem> problems() {
        return problems;
    }
}
