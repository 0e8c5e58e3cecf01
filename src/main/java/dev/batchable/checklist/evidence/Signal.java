package dev.batchable.checklist.evidence;

/// What one signal says about whether a user waits.
///
/// @param weight log-odds, positive where nobody waits; 0 where it says nothing
public record Signal(Family family, double weight, Evidence evidence) {
    /// Signals of one family look at the same trait of the traffic and count together, up to a cap.
    public enum Family {
        /// How answers are taken: streamed, or cut off.
        DELIVERY,
        /// End users and their programs.
        PEOPLE,
        SESSIONS,
        /// When calls come.
        RHYTHM,
        /// How evenly they come.
        PACE,
        /// Names and operations.
        HINTS;

        double cap() {
            return (this == HINTS ? EvidenceRules.HINT_CAP : EvidenceRules.FAMILY_CAP).value();
        }
    }

    static Signal weighed(Family family, Rule weight, Subject subject, Finding finding) {
        Lean lean = weight.value() > 0 ? Lean.BATCH : Lean.REALTIME;
        return new Signal(family, weight.value(), finding.evidence(subject, lean));
    }

    /// Looked at, and it says nothing either way.
    static Signal silent(Family family, Subject subject, Finding finding) {
        return new Signal(family, 0, finding.evidence(subject, Lean.NEITHER));
    }

    /// Could not be looked at.
    static Signal inapplicable(Family family, Subject subject, String signal, String why) {
        return new Signal(family, 0, subject.evidence(signal, "not applicable: " + why, "", 0, Lean.UNKNOWN));
    }

    /// What a signal found, before it is weighed.
    record Finding(String signal, String found, String expected, long samples) {
        Evidence evidence(Subject subject, Lean lean) {
            return subject.evidence(signal, found, expected, samples, lean);
        }
    }
}
