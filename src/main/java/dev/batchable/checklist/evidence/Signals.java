package dev.batchable.checklist.evidence;

import java.util.ArrayList;
import java.util.List;

/// Everything that is looked at for whether a user waits.
public final class Signals {
    private Signals() {}

    /// What each signal says of a workload, also where it says nothing or could not be looked at.
    public static List<Signal> of(Subject subject) {
        List<Signal> signals = new ArrayList<>(PeopleSignals.of(subject));
        signals.add(SessionSignals.pauses(subject));
        signals.addAll(RhythmSignals.of(subject));
        signals.addAll(HintSignals.of(subject));
        return List.copyOf(signals);
    }
}
