package dev.batchable.input;

import dev.batchable.policy.FormatMapping;
import java.util.List;
import java.util.Map;

/// How to read; none of it but the formats changes what is read.
///
/// @param threads workers, at least 1
/// @param chunkBytes text given to a worker at a time; bounds the memory of a batch
/// @param forced path as shown → id of the log or billing format, or name of the mapping, that reads it
/// @param mappings the user's own formats, the first that fits a file reads it
public record ReadingOptions(int threads, int chunkBytes, Map<String, String> forced, List<FormatMapping> mappings) {
    /// A batch of some four hundred requests; with 256 KiB reading a CSV took a fifth more processor time.
    public static final int CHUNK_BYTES = 64 * 1024;

    public ReadingOptions {
        if (threads < 1 || chunkBytes < 1 || chunkBytes > Limits.MAX_LINE_BYTES) {
            throw new IllegalArgumentException(
                    "threads and chunk size must be positive and the chunk no longer" + " than the longest line");
        }
        forced = Map.copyOf(forced);
        mappings = List.copyOf(mappings);
    }

    public static ReadingOptions threads(int threads) {
        return new ReadingOptions(threads, CHUNK_BYTES, Map.of(), List.of());
    }
}
