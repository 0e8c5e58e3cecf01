package dev.batchable.report;

import java.util.List;
import java.util.Optional;

/// What one file held, counted.
///
/// @param format id of the format it was read as
/// @param billed charges of a bill per currency; empty for anything else
public record InputFigures(
        String path,
        Kind kind,
        String format,
        Stored stored,
        Lines lines,
        Units units,
        List<Reason> ignoredReasons,
        Optional<List<Amount>> billed) {
    public enum Kind {
        REQUESTS,
        USAGE,
        BILLING
    }

    /// The file as it lies on disk.
    ///
    /// @param bytes as stored, hence compressed where it is
    /// @param fingerprint SHA-256 over the size and the CRC32C of every 1 MiB block, in lower-case hexadecimal
    public record Stored(long bytes, String fingerprint) {}

    /// Lines after decompression.
    ///
    /// @param blank those of `lines` that hold nothing
    public record Lines(long lines, long blank) {}

    /// What became of every unit (data row, line or array element) of a file.
    public record Units(long units, long records, long ignored, long duplicates, long problems) {
        public static final Units NONE = new Units(0, 0, 0, 0, 0);

        /// @throws IllegalArgumentException where the parts do not sum to `units`
        public Units {
            if (units != records + ignored + duplicates + problems) {
                throw new IllegalArgumentException("units do not tie out: " + units + " read, but " + records
                        + " records + " + ignored + " ignored + " + duplicates + " duplicates + " + problems
                        + " problems");
            }
        }

        public Units plus(Units other) {
            return new Units(
                    units + other.units,
                    records + other.records,
                    ignored + other.ignored,
                    duplicates + other.duplicates,
                    problems + other.problems);
        }
    }

    /// Units that are recognised and no provider call, by reason.
    public record Reason(String reason, long count) {}

    public InputFigures {
        ignoredReasons = List.copyOf(ignoredReasons);
        billed = billed.map(List::copyOf);
    }
}
