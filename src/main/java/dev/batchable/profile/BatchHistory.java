package dev.batchable.profile;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long the user's own batch jobs took, by provider, whose queues differ, and by model where lists of jobs name
/// one.
///
/// @param byProvider canonical name → its jobs
/// @param byModel the same of each model by name, as far as told
public record BatchHistory(SortedMap<String, Jobs> byProvider, SortedMap<OfModel, Jobs> byModel) {
    public static final BatchHistory NONE = new BatchHistory(new TreeMap<>(), new TreeMap<>());

    /// @param provider in the canonical spelling
    /// @param model as the list of jobs names it
    public record OfModel(String provider, String model) implements Comparable<OfModel> {
        @Override
        public int compareTo(OfModel other) {
            return Comparator.comparing(OfModel::provider)
                    .thenComparing(OfModel::model)
                    .compare(this, other);
        }
    }

    /// The jobs of one provider or model; those that their owner cancelled are left out.
    ///
    /// @param days days on which any of them was submitted
    /// @param percentiles percent of the jobs done → milliseconds that these took at most, with an error of 1
    ///     % upwards; empty where none was done
    public record Jobs(long done, long expired, long failed, long days, SortedMap<Integer, Long> percentiles) {
        public long all() {
            return done + expired + failed;
        }
    }
}
