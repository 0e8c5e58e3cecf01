package dev.batchable.checklist.evidence;

import java.util.Locale;
import java.util.Optional;

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

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        double cap() {
            return switch (this) {
                case HINTS -> EvidenceRules.HINT_CAP.value();
                case PACE -> EvidenceRules.PACE_CAP.value();
                default -> EvidenceRules.FAMILY_CAP.value();
            };
        }
    }

    static Signal weighed(Family family, Rule weight, Subject subject, Finding finding) {
        Lean lean = weight.value() > 0 ? Lean.BATCH : Lean.REALTIME;
        Evidence evidence = finding.evidence(subject, lean);
        return new Signal(
                family,
                weight.value(),
                evidence.weighed(new Evidence.Weight(family.id(), weight.id(), weight.value())));
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
    ///
    /// @param error as in [Evidence#error]
    record Finding(String signal, String found, String expected, long samples, Optional<String> error) {
        Finding(String signal, String found, String expected, long samples) {
            this(signal, found, expected, samples, Optional.empty());
        }

        Finding within(String measuringError) {
            return new Finding(signal, found, expected, samples, Optional.of(measuringError));
        }

        Evidence evidence(Subject subject, Lean lean) {
            Evidence evidence = subject.evidence(signal, found, expected, samples, lean);
            return error.map(evidence::within).orElse(evidence);
        }
    }
}
