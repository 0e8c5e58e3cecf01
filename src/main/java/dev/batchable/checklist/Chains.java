package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import dev.batchable.profile.SessionSample;
import dev.batchable.record.Field;
import java.util.List;
import java.util.Optional;

/// Sessions in which each call starts as soon as the one before ends: the next call needs this answer, as in
/// the tool loop of an agent, so that its calls cannot be deferred one by one.
///
/// @param chained sessions in which nearly every step follows at once
/// @param sessions sessions with three or more calls
record Chains(long chained, long sessions) {
    private static final int MIN_CALLS = 3;
    private static final long MILLIS = 1_000;

    /// Empty where no latencies, or too few sessions of several calls, are told.
    static Optional<Chains> of(Subject subject) {
        boolean ends = subject.profile().coverage().share(Field.LATENCY) > 0
                || subject.profile().coverage().share(Field.END) > 0;
        List<SessionSample.Session> sessions = subject.profile().audience().sessions().sessions().stream()
                .filter(session -> session.calls().size() >= MIN_CALLS)
                .toList();
        if (!ends || !EvidenceRules.SESSIONS.reachedBy(sessions.size())) {
            return Optional.empty();
        }
        return Optional.of(new Chains(sessions.stream().filter(Chains::chained).count(), sessions.size()));
    }

    /// How far a share found in a sample of so many sessions may be off, at most: two standard errors at one half.
    static String sampling(long sessions) {
        return "shares of sessions to " + Math.round(100 / StrictMath.sqrt((double) Math.max(1, sessions)))
                + " points (two standard errors of " + Wording.plural(sessions, "sampled session") + ")";
    }

    /// Whether so few sessions are chains that calls may be completed in any order.
    boolean hardlyAny() {
        return Rules.INDEPENDENT_SESSIONS.keptBy((double) chained / sessions);
    }

    boolean prevail() {
        return Rules.CHAINED_SESSIONS.reachedBy((double) chained / sessions);
    }

    private static boolean chained(SessionSample.Session session) {
        List<SessionSample.Call> calls = session.calls();
        int steps = 0;
        for (int i = 1; i < calls.size(); i++) {
            long pause = calls.get(i).startMillis() - calls.get(i - 1).endMillis();
            steps += pause >= 0 && pause <= Rules.CHAIN_STEP.value() * MILLIS ? 1 : 0;
        }
        return Rules.CHAIN_SHARE.reachedBy((double) steps / (calls.size() - 1));
    }

    Evidence evidence(Subject subject) {
        return subject.evidence(
                        "call-chains",
                        chained + " of " + sessions + " sessions are chains of dependent calls",
                        "half or more count against deferring single calls",
                        sessions,
                        prevail() ? Lean.REALTIME : Lean.NEITHER)
                .within(sampling(sessions));
    }
}
