package dev.batchable.evaluation;

import dev.batchable.evaluation.workload.Label;
import dev.batchable.evaluation.workload.Origin;
import java.util.Locale;
import java.util.Map;

/// A workload, or a part into which the profile split it, with the truth and what the checklist makes of it.
///
/// @param part name of the part
/// @param calls how many it holds
/// @param waited share of its calls that somebody waits for, perhaps
record Judged(Origin origin, String part, Label label, long calls, double waited, Map<Mode, Opinion> opinions) {
    Judged {
        opinions = Map.copyOf(opinions);
    }

    Opinion in(Mode mode) {
        Opinion opinion = opinions.get(mode);
        if (opinion == null) {
            throw new IllegalStateException("not judged " + mode.text());
        }
        return opinion;
    }

    /// Whether what somebody waits for, perhaps, is called batchable.
    boolean breaksPromise(Mode mode) {
        return label != Label.MACHINE && in(mode).moves();
    }

    /// Whether the first answer is right; what is waited for in part has no right answer.
    boolean right(Mode mode) {
        return label == Label.INTERACTIVE ? in(mode).says("yes") : label == Label.MACHINE && in(mode).says("no");
    }

    /// Whether the first answer is wrong, however sure. Of what is waited for in part only a sure no is
    /// wrong.
    boolean wrong(Mode mode) {
        Opinion opinion = in(mode);
        return switch (label) {
            case INTERACTIVE -> opinion.says("no");
            case MACHINE -> opinion.says("yes");
            case MIXED -> opinion.says("no") && opinion.sure();
        };
    }

    boolean surelyWrong(Mode mode) {
        return wrong(mode) && in(mode).sure();
    }

    @Override
    public String toString() {
        String mixture =
                label == Label.MIXED ? String.format(Locale.ROOT, " with %.1f %% waited for", 100 * waited) : "";
        return origin + " (" + part + ", " + calls + " calls, " + label.id() + mixture + ")";
    }
}
