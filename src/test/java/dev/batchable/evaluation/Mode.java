package dev.batchable.evaluation;

import dev.batchable.checklist.ProfileFixtures;
import dev.batchable.checklist.evidence.ChecklistSettings;
import dev.batchable.policy.DeclaredAnswers;
import dev.batchable.policy.LatencyBudget;
import dev.batchable.policy.PartialAsync;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// What the questions can rest on.
enum Mode {
    LOGS("from logs alone", false, true),
    /// Everything but whether a user waits is declared in favour of a move.
    DECLARED("24h, queue and whole declared", true, true),
    LOGS_FREE("from logs alone, data minimum off", false, false),
    DECLARED_FREE("24h, queue and whole declared, data minimum off", true, false);

    private static final DeclaredAnswers FAVOURABLE = new DeclaredAnswers(
            Optional.empty(),
            Optional.of(new LatencyBudget.Within(Duration.ofHours(24))),
            Optional.empty(),
            Optional.empty(),
            Optional.of(DeclaredAnswers.Degradation.QUEUE),
            Optional.of(new PartialAsync(BigDecimal.ONE)));

    private final String text;
    private final boolean declares;
    private final boolean minimum;

    Mode(String text, boolean declares, boolean minimum) {
        this.text = text;
        this.declares = declares;
        this.minimum = minimum;
    }

    String text() {
        return text;
    }

    Optional<DeclaredAnswers> declared() {
        return declares ? Optional.of(FAVOURABLE) : Optional.empty();
    }

    ChecklistSettings settings(ZoneId zone) {
        ChecklistSettings settings = new ChecklistSettings(
                true,
                zone,
                ProfileFixtures.SETTINGS.asOf(),
                ProfileFixtures.SETTINGS.currency(),
                ProfileFixtures.SETTINGS.tierRules());
        return minimum ? settings : settings.withoutDataMinimum();
    }

    /// The mode in which only the other declarations differ.
    Mode withDeclarations() {
        return minimum ? DECLARED : DECLARED_FREE;
    }
}
