package dev.batchable.checklist;

import java.util.Locale;

/// What to do with a workload; the order is that of the rule in `docs/checklist.md`: the first that matches.
public enum Verdict {
    /// At least 95 % of the spend is on batch or flex already.
    DEFERRED,
    /// It could wait, but something named stands in the way.
    BLOCKED,
    /// It must stay realtime.
    KEEP,
    /// A separable share can move; a thin realtime core stays.
    SPLIT,
    MOVE,
    /// The evidence does not decide.
    UNDECIDED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
