package dev.batchable.input;

/// Named maxima against hostile input. Each is far above what real exports hold.
public final class Limits {
    /// Longest line or JSON document, in bytes. A call with a million-token prompt stays below 16 MiB.
    public static final int MAX_LINE_BYTES = 32 * 1024 * 1024;
    /// Most columns of a CSV file; the widest real export (AWS CUR legacy) has about 300.
    public static final int MAX_COLUMNS = 2_048;
    /// Longest cell of a CSV file, in characters.
    public static final int MAX_CELL_CHARS = 16 * 1024 * 1024;
    /// Deepest nesting of a JSON document.
    public static final int MAX_DEPTH = 200;
    /// Largest absolute decimal scale; a real OpenAI bill holds `0E-6176`, which is zero and read as such.
    public static final int MAX_SCALE = 60;
    /// Bytes looked at to recognise a format.
    public static final int HEAD_BYTES = 256 * 1024;

    private Limits() {}
}
