package dev.batchable.evaluation;

import dev.batchable.checklist.Verdict;

/// What a distortion did to the verdict on a workload.
///
/// @param group of the distortion
/// @param judged the distorted one
/// @param before the verdict on the undistorted one
record Change(String group, String distortion, Judged judged, Verdict before) {
    /// Declarations and no data minimum: where most is moved.
    static final Mode MODE = Mode.DECLARED_FREE;

    Verdict after() {
        return judged.in(MODE).verdict();
    }

    boolean changed() {
        return before != after();
    }

    boolean broken() {
        return judged.breaksPromise(MODE);
    }

    @Override
    public String toString() {
        return distortion + ": " + judged + " " + judged.in(MODE).answer();
    }
}
