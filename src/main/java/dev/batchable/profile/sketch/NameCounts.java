package dev.batchable.profile.sketch;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/// Counts per name, exact, for at most so many names.
///
/// Problem: names come from logs and may be as many as calls. Method: of all names seen, those with the smallest
/// hashes are kept (bottom-k sample; Cohen and Kaplan, *Summarizing Data using Bottom-k Sketches*, PODC 2007). A
/// name that is among the k smallest of all is among the k smallest of any part, so it is never dropped on the way
/// and its count is exact. Consequence: a commutative monoid under [#merge], bounded, and [#total] tells how much
/// the kept names leave out.
public final class NameCounts {
    private final int capacity;
    private final Map<String, Long> counts = new HashMap<>();
    private final Comparator<String> byHash;
    private final TreeSet<String> kept;
    private long total;

    /// @param hash the same for a name wherever it is counted
    public NameCounts(int capacity, ToLongFunction<String> hash) {
        this.capacity = capacity;
        byHash = Comparator.comparingLong(hash).thenComparing(Comparator.naturalOrder());
        kept = new TreeSet<>(byHash);
    }

    public void add(String name, long count) {
        total = Math.addExact(total, count);
        keep(name, count);
    }

    public void merge(NameCounts other) {
        total = Math.addExact(total, other.total);
        other.counts.forEach(this::keep);
    }

    public SortedMap<String, Long> counts() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /// Of all names, those dropped included.
    public long total() {
        return total;
    }

    private void keep(String name, long count) {
        if (counts.containsKey(name)) {
            counts.merge(name, count, Math::addExact);
            return;
        }
        if (kept.size() == capacity) {
            if (byHash.compare(name, kept.last()) > 0) {
                return;
            }
            counts.remove(kept.pollLast());
        }
        kept.add(name);
        counts.put(name, count);
    }
}
