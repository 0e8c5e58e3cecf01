package dev.batchable.simulate;

/// The calls of one workload to one model that would move.
///
/// @param model as the quota domain spells it
record Lane(String workload, String model, Parcels arrivals, Terms terms) {
    Terms.Deadline deadline() {
        return terms.deadline();
    }
}
