package dev.batchable.profile;

import dev.batchable.record.Field;
import java.util.Map;

/// What the sources told about a workload's calls, and how finely.
///
/// @param rows rows read
/// @param seen field → rows that held it
/// @param provided field → rows whose format can hold it at all
/// @param stampMillis greatest common divisor of all start stamps in milliseconds: the resolution of the clock,
///     1 to 86,400,000
/// @param bucketRows rows that were usage buckets
public record Coverage(long rows, Map<Field, Long> seen, Map<Field, Long> provided, long stampMillis, long bucketRows) {
    public Coverage {
        seen = Map.copyOf(seen);
        provided = Map.copyOf(provided);
    }

    public double share(Field field) {
        return rows == 0 ? 0 : (double) seen.getOrDefault(field, 0L) / rows;
    }
}
