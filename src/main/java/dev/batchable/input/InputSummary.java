package dev.batchable.input;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one input held. Always `units = records + ignored + duplicates + problems`, where duplicates are here
/// only the units of a [#copyOf] file; single copies are told apart after reading.
///
/// @param ignored units per reason
/// @param problems equal reasons together, in the order of their first line
/// @param span first and last instant seen in its records
/// @param copyOf the input that holds the very same bytes and was read in place of this one
/// @param incomplete what the input says of itself to be only a part of; nothing is wrong with what it holds
public record InputSummary(
        File file,
        Counts counts,
        SortedMap<String, Long> ignored,
        List<ProblemGroup> problems,
        Optional<Span> span,
        Optional<String> copyOf,
        Optional<String> incomplete) {
    /// The file itself.
    ///
    /// @param format id of the format that read it
    /// @param bytes size as stored
    /// @param fingerprint see [Fingerprint]
    public record File(String path, Kind kind, String format, long bytes, String fingerprint) {}

    /// How many of what.
    ///
    /// @param lines physical lines, a CSV header among them
    /// @param blank lines that hold nothing
    /// @param units data rows, non-blank JSON lines, or elements of a document's array
    /// @param records units that became a request, a part of one, a bucket or a charge
    /// @param duplicates units of a file that was read before
    /// @param problems units that could not be used
    public record Counts(long lines, long blank, long units, long records, long duplicates, long problems) {}

    /// Problems with the same reason.
    public record ProblemGroup(String reason, long count, long firstLine) {}

    /// Both inclusive.
    public record Span(Instant first, Instant last) {}

    /// What an input is about.
    public enum Kind {
        REQUESTS,
        USAGE,
        BILLING;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public InputSummary {
        ignored = Collections.unmodifiableSortedMap(new TreeMap<>(ignored));
        problems = List.copyOf(problems);
    }
}
