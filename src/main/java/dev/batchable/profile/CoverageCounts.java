package dev.batchable.profile;

import dev.batchable.record.Field;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Counts which fields rows held and could have held.
final class CoverageCounts {
    private static final Field[] FIELDS = Field.values();

    private final long[] seen = new long[FIELDS.length];
    /// Rows by what their format provides; there are few formats.
    private final Map<Set<Field>, Long> rowsByProvided = new HashMap<>();
    private Set<Field> lastProvided = Set.of();
    private long rowsOfLast;
    private long rows;
    private long bucketRows;
    /// Of all start stamps and a day, so that midnight stamps read as a resolution of one day.
    private long stampDivisor = LocalClock.DAY_MILLIS;

    void addRequest(long startMillis, Set<Field> present, Set<Field> provided) {
        count(present, provided);
        addStamp(startMillis);
    }

    void addBucket(Set<Field> present, Set<Field> provided) {
        count(present, provided);
        bucketRows++;
    }

    void merge(CoverageCounts other) {
        for (int i = 0; i < seen.length; i++) {
            seen[i] += other.seen[i];
        }
        other.flush();
        other.rowsByProvided.forEach((fields, count) -> rowsByProvided.merge(fields, count, Long::sum));
        rows += other.rows;
        bucketRows += other.bucketRows;
        addStamp(other.stampDivisor);
    }

    Coverage coverage() {
        flush();
        Map<Field, Long> held = new EnumMap<>(Field.class);
        for (Field field : FIELDS) {
            if (seen[field.ordinal()] > 0) {
                held.put(field, seen[field.ordinal()]);
            }
        }
        Map<Field, Long> provided = new EnumMap<>(Field.class);
        rowsByProvided.forEach((fields, count) -> fields.forEach(field -> provided.merge(field, count, Long::sum)));
        return new Coverage(rows, held, provided, stampDivisor, bucketRows);
    }

    private void count(Set<Field> present, Set<Field> provided) {
        rows++;
        for (Field field : present) {
            seen[field.ordinal()]++;
        }
        if (provided != lastProvided) {
            flush();
            lastProvided = provided;
        }
        rowsOfLast++;
    }

    /// Books the rows counted since the format last changed.
    private void flush() {
        if (rowsOfLast > 0) {
            rowsByProvided.merge(Set.copyOf(lastProvided), rowsOfLast, Long::sum);
            rowsOfLast = 0;
        }
    }

    private void addStamp(long millis) {
        if (millis % stampDivisor != 0) {
            stampDivisor = BigInteger.valueOf(stampDivisor)
                    .gcd(BigInteger.valueOf(millis))
                    .longValueExact();
        }
    }
}
