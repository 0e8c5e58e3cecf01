package dev.batchable.checklist;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.checklist.evidence.EvidenceRules;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.checklist.evidence.Subject;
import dev.batchable.checklist.evidence.Wording;
import java.util.List;

/// How many calls of sampled sessions come after the answer that a user reads.
///
/// @param calls candidates looked at
/// @param after those of them that are aftercare
/// @param turns answers that users read
/// @param followed those of them with aftercare
/// @param sessions sessions with such answers
/// @param holding those of them with aftercare
record Aftercare(long calls, long after, long turns, long followed, long sessions, long holding) {
    private static final Aftercare NONE = new Aftercare(0, 0, 0, 0, 0, 0);

    static Aftercare of(List<Conversation> conversations) {
        return conversations.stream().map(Conversation::tally).reduce(NONE, Aftercare::plus);
    }

    private Aftercare plus(Aftercare other) {
        return new Aftercare(
                calls + other.calls,
                after + other.after,
                turns + other.turns,
                followed + other.followed,
                sessions + other.sessions,
                holding + other.holding);
    }

    double share() {
        return calls == 0 ? 0 : (double) after / calls;
    }

    /// Whether nearly every one of these calls is aftercare, time and again: after most answers, or once in most
    /// sessions, as a title is.
    boolean prevails() {
        return EvidenceRules.SESSIONS.reachedBy(sessions)
                && Rules.AFTERCARE_SHARE.reachedBy(share())
                && Rules.AFTERCARE_RECURS.reachedBy(Math.max((double) followed / turns, (double) holding / sessions));
    }

    /// @param what which calls, such as `of its calls`
    Evidence evidence(Subject subject, String what, Lean lean) {
        String found = Wording.count(after) + " of " + Wording.count(calls) + " " + what
                + " start at once after an answer has ended, and nothing that could need them follows at once: after "
                + Wording.count(followed) + " of " + Wording.plural(turns, "answer") + ", in "
                + Wording.count(holding) + " of " + Wording.plural(sessions, "session");
        return subject.evidence(
                        "aftercare", found, "90 % of them, after most answers or in most sessions", sessions, lean)
                .within(Chains.sampling(sessions));
    }
}
