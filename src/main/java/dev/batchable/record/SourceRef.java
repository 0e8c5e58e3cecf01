package dev.batchable.record;

/// A place in an input: the path as the user named it and the line, counted from 1 (0: the file as a whole).
public record SourceRef(String path, long line) {
    @Override
    public String toString() {
        return line == 0 ? path : path + ":" + line;
    }
}
