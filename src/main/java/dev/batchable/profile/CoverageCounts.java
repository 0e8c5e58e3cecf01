package dev.batchable.profile;

import dev.batchable.record.Field;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Counts which fields rows held and could have held.
final class CoverageCounts {
    private final Map<Field, Long> rowsByField = new EnumMap<>(Field.class);
    /// Rows by what their format provides; there are few formats.
    private final Map<Set<Field>, Long> rowsByProvided = new HashMap<>();
    private Set<Field> lastProvided = Set.of();
    /// A copy, for readers may reuse theirs. Neighbouring rows mostly hold the same fields, and two enum sets
    /// are compared as two numbers.
    private final EnumSet<Field> lastPresent = EnumSet.noneOf(Field.class);
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
        other.flush();
        other.rowsByField.forEach((field, count) -> rowsByField.merge(field, count, Long::sum));
        other.rowsByProvided.forEach((fields, count) -> rowsByProvided.merge(fields, count, Long::sum));
        rows += other.rows;
        bucketRows += other.bucketRows;
        addStamp(other.stampDivisor);
    }

    Coverage coverage() {
        flush();
        Map<Field, Long> provided = new EnumMap<>(Field.class);
        rowsByProvided.forEach((fields, count) -> fields.forEach(field -> provided.merge(field, count, Long::sum)));
        return new Coverage(rows, rowsByField, provided, stampDivisor, bucketRows);
    }

    private void count(Set<Field> present, Set<Field> provided) {
        rows++;
        if (!lastProvided.equals(provided) || !lastPresent.equals(present)) {
            flush();
            lastProvided = provided;
            lastPresent.clear();
            lastPresent.addAll(present);
        }
        rowsOfLast++;
    }

    /// Books the rows counted since the format or their fields last changed.
    private void flush() {
        if (rowsOfLast > 0) {
            rowsByProvided.merge(Set.copyOf(lastProvided), rowsOfLast, Long::sum);
            for (Field field : lastPresent) {
                rowsByField.merge(field, rowsOfLast, Long::sum);
            }
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
