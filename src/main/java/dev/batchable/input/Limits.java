package dev.batchable.input;

/// Named maxima against hostile input. Each is far above what real exports hold.
public final class Limits {
    /// Longest line or JSON document, in bytes. A call with a million-token prompt stays below 16 MiB.
    public static final int MAX_LINE_BYTES = 32 * 1024 * 1024;
    /// Most columns of a CSV file; the widest real export (AWS CUR legacy) has about 300.
    public static final int MAX_COLUMNS = 2_048;
    /// Deepest nesting of a JSON document.
    public static final int MAX_DEPTH = 200;
    /// Largest absolute decimal scale; a real OpenAI bill holds `0E-6176`, which is zero and read as such.
    public static final int MAX_SCALE = 60;
    /// Longest number in characters; real exports stay below 30.
    public static final int MAX_NUMBER_CHARS = 200;
    /// Largest count of tokens or calls in one row. Far above any real one, and low enough that a few added up
    /// stay within a long.
    public static final long MAX_COUNT = 1_000_000_000_000_000L;
    /// No instant of a call or a charge lies before this year …
    public static final int MIN_YEAR = 2000;
    /// … or after this one.
    public static final int MAX_YEAR = 2099;
    /// Different reasons for problems that are told apart for one input; further ones are counted together.
    public static final int MAX_REASONS = 1_000;
    /// Bytes looked at to recognise a format.
    public static final int HEAD_BYTES = 256 * 1024;

    private Limits() {}
}
