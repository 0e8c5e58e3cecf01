package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.SESSIONS;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.SessionSample;
import java.util.List;

/// Pauses inside sessions: a person reads and thinks before the next call, a program does not.
///
/// Of human-driven agent sessions 94 % hold a pause of over a minute, of automated ones 9 %; in chat, two in
/// three pauses are longer than 47 s. A session of one call shows nothing, and where most sessions are such,
/// the id is one of requests. That pauses are missing shows less than that they are there: the id may be the
/// trace of one request that a person waits for.
final class SessionSignals {
    private static final long MILLIS = 1_000;

    private SessionSignals() {}

    static Signal pauses(Subject subject) {
        List<SessionSample.Session> sessions =
                subject.profile().audience().sessions().sessions();
        List<SessionSample.Session> several = ofSeveralCalls(sessions);
        if (!EvidenceRules.SESSIONS.reachedBy(several.size()) || several.size() * 5 < sessions.size()) {
            return Signal.inapplicable(
                    SESSIONS,
                    subject,
                    "session-pauses",
                    several.size() + " of " + sessions.size() + " sessions hold several calls");
        }
        long paused = several.stream().filter(SessionSignals::holdsPause).count();
        double share = (double) paused / several.size();
        Finding finding = new Finding(
                "session-pauses",
                Wording.percent(share) + " of sessions hold a pause over 60 s",
                "94 % where people drive, 9 % where programs do",
                several.size());
        if (EvidenceRules.HUMAN_SHARE.reachedBy(share)) {
            return Signal.weighed(SESSIONS, EvidenceRules.HUMAN_PAUSES, subject, finding);
        }
        return EvidenceRules.AUTOMATED_SHARE.keptBy(share) && EvidenceRules.LONG_SESSION.reachedBy(medianCalls(several))
                ? Signal.weighed(SESSIONS, EvidenceRules.NO_PAUSES, subject, finding)
                : Signal.silent(SESSIONS, subject, finding);
    }

    static List<SessionSample.Session> ofSeveralCalls(List<SessionSample.Session> sessions) {
        return sessions.stream().filter(session -> session.calls().size() > 1).toList();
    }

    private static boolean holdsPause(SessionSample.Session session) {
        List<SessionSample.Call> calls = session.calls();
        long end = calls.get(0).endMillis();
        for (SessionSample.Call call : calls.subList(1, calls.size())) {
            if (call.startMillis() - end > EvidenceRules.PAUSE.value() * MILLIS) {
                return true;
            }
            end = Math.max(end, call.endMillis());
        }
        return false;
    }

    private static long medianCalls(List<SessionSample.Session> sessions) {
        return sessions.stream()
                .mapToLong(SessionSample.Session::count)
                .sorted()
                .toArray()[sessions.size() / 2];
    }
}
