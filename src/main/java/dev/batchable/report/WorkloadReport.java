package dev.batchable.report;

import dev.batchable.checklist.Verdict;
import dev.batchable.price.RatedWorkload.Recurrence;
import dev.batchable.profile.WorkloadKey.CallerSource;
import dev.batchable.record.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One workload with everything known and decided about it.
///
/// @param answers six, in the order of the questions
/// @param saving what the move would save; outside all totals unless [#recommended()]
public record WorkloadReport(
        Identity identity,
        WorkloadUsage usage,
        WorkloadSpend spend,
        Decision decision,
        List<AnswerReport> answers,
        Arithmetic arithmetic,
        Optional<SavingReport> saving,
        Handling handling) {
    public WorkloadReport {
        answers = List.copyOf(answers);
    }

    public String name() {
        return identity.name();
    }

    public Verdict verdict() {
        return decision.verdict();
    }

    /// Whether its saving counts in the totals.
    public boolean recommended() {
        return verdict() == Verdict.MOVE || verdict() == Verdict.SPLIT;
    }

    /// Whether the work is not known to come back, so that it has no monthly figures.
    public boolean isOneOff() {
        return usage.recurrence() == Recurrence.ONE_OFF;
    }

    /// The money a decision about this workload is worth: what a move would save per month (over the window for
    /// a one-off), or what the missing fact decides. Nothing where the decision is made and stands.
    public BigDecimal atStake() {
        return switch (verdict()) {
            case MOVE, SPLIT, BLOCKED ->
                saving.map(this::worth).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
            case UNDECIDED ->
                decision.decides()
                        .map(decides -> isOneOff() ? decides.window() : decides.monthly())
                        .filter(money -> money.signum() > 0)
                        .or(() -> saving.map(this::worth))
                        .orElse(BigDecimal.ZERO)
                        .max(BigDecimal.ZERO);
            case KEEP, DEFERRED -> BigDecimal.ZERO;
        };
    }

    private BigDecimal worth(SavingReport saved) {
        return isOneOff() ? saved.window().expected() : saved.monthly().expected();
    }

    /// Whose calls these are.
    ///
    /// @param providers in alphabetical order; `unknown` where a source does not tell
    /// @param models as the sources spell them, in alphabetical order
    public record Identity(String name, Optional<String> owner, Key key, List<String> providers, List<String> models) {
        public Identity {
            providers = List.copyOf(providers);
            models = List.copyOf(models);
        }
    }

    /// What makes the calls one workload; an empty part is not part of the key.
    ///
    /// @param source the rule that gave the caller its name
    public record Key(
            CallerSource source,
            String caller,
            Optional<Operation> operation,
            Optional<Boolean> streamed,
            Optional<String> provider,
            Optional<String> model) {}
}
