package dev.batchable.checklist;

import java.util.List;

/// All rules of the checklist, for the report's `rules[]` and the documentation.
public final class Rules {
    private Rules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
