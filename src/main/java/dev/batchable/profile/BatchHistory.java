package dev.batchable.profile;

import java.util.SortedMap;
import java.util.TreeMap;

/// How long the user's own batch jobs took, by provider: their queues differ, while most lists of jobs do not name a
/// model.
///
/// @param byProvider canonical name → its jobs
public record BatchHistory(SortedMap<String, Jobs> byProvider) {
    public static final BatchHistory NONE = new BatchHistory(new TreeMap<>());

    /// The jobs of one provider; those that their owner cancelled are left out.
    ///
    /// @param days days on which any of them was submitted
    /// @param percentiles percent of the jobs done → milliseconds that these took at most, with an error of 1 %
    ///     upwards; empty where none was done
    public record Jobs(long done, long expired, long failed, long days, SortedMap<Integer, Long> percentiles) {
        public long all() {
            return done + expired + failed;
        }
    }
}
