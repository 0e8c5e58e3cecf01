package dev.batchable.checklist.evidence;

import static dev.batchable.checklist.evidence.Signal.Family.SESSIONS;

import dev.batchable.checklist.evidence.Signal.Finding;
import dev.batchable.profile.SessionSample;
import java.util.Arrays;
import java.util.List;

/// Pauses inside sessions: a person reads and thinks before the next call, a program does not.
///
/// Of human-driven agent sessions 94 % hold a pause of over a minute, of automated ones 9 %. There pauses stand
/// out: only one step in twenty is one. Where most steps are pauses, the calls in between may be missing (a log
/// thinned out), or a slow program's latency is not told; that speaks less for people. A session of one call
/// shows nothing, and where most sessions are such, the id is one of requests. That pauses are missing shows less
/// than that they are there: the id may be the trace of one request that a person waits for, unless it goes on
/// for longer than anybody waits.
final class SessionSignals {
    static final String ID = "session-pauses";
    private static final long MILLIS = 1_000;
    private static final double MINUTE_MILLIS = 60_000;

    private SessionSignals() {}

    static Signal pauses(Subject subject) {
        List<SessionSample.Session> sessions =
                subject.profile().audience().sessions().sessions();
        List<SessionSample.Session> several = ofSeveralCalls(sessions);
        if (!EvidenceRules.SESSIONS.reachedBy(several.size()) || several.size() * 5 < sessions.size()) {
            return Signal.inapplicable(
                    SESSIONS, subject, ID, several.size() + " of " + sessions.size() + " sessions hold several calls");
        }
        long stamp = subject.profile().coverage().stampMillis();
        if (stamp > EvidenceRules.PAUSE.value() * MILLIS) {
            return Signal.inapplicable(SESSIONS, subject, ID, "stamps are coarser than a minute");
        }
        return weighed(subject, Pauses.of(several, stamp > 1 ? stamp : 0));
    }

    private static Signal weighed(Subject subject, Pauses pauses) {
        Finding finding = new Finding(
                        ID,
                        pauses.paused().text() + " of sessions hold a pause over 60 s, as are "
                                + pauses.steps().text() + " of their steps; " + Wording.count(pauses.medianCalls())
                                + " calls in " + Wording.minutes(pauses.medianMillis() / MINUTE_MILLIS)
                                + " in the median",
                        "94 % of sessions where people drive, 9 % where programs do",
                        pauses.paused().whole())
                .within(pauses.paused().error());
        if (EvidenceRules.HUMAN_SHARE.reachedBy(pauses.paused().value())) {
            boolean standOut = EvidenceRules.PAUSED_STEPS.keptBy(pauses.steps().value());
            return Signal.weighed(
                    SESSIONS, standOut ? EvidenceRules.HUMAN_PAUSES : EvidenceRules.SPARSE_PAUSES, subject, finding);
        }
        return automated(subject, pauses)
                ? Signal.weighed(SESSIONS, unbroken(pauses.medianMillis() / MINUTE_MILLIS), subject, finding)
                : Signal.silent(SESSIONS, subject, finding);
    }

    private static Rule unbroken(double minutes) {
        if (EvidenceRules.UNBROKEN_MINUTES.reachedBy(minutes)) {
            return EvidenceRules.UNBROKEN;
        }
        return EvidenceRules.REQUEST_MINUTES.reachedBy(minutes)
                ? EvidenceRules.NO_PAUSES
                : EvidenceRules.SHORT_SESSIONS;
    }

    private static boolean automated(Subject subject, Pauses pauses) {
        long named = subject.profile().audience().sessions().requestsWithSession();
        double stampSeconds = (double) subject.profile().coverage().stampMillis() / MILLIS;
        return EvidenceRules.AUTOMATED_SHARE.keptBy(pauses.paused().value())
                && EvidenceRules.LONG_SESSION.reachedBy(pauses.medianCalls())
                && EvidenceRules.IN_SESSIONS.reachedBy(new Share(named, subject.requests()).value())
                && EvidenceRules.FINE_STAMPS.keptBy(stampSeconds);
    }

    /// Whether some sessions pause as people's do and most run on as a program's: too many for one, too few for
    /// the other.
    static boolean bothKinds(Subject subject) {
        List<SessionSample.Session> several =
                ofSeveralCalls(subject.profile().audience().sessions().sessions());
        double share = Pauses.of(several, 0).paused().value();
        return EvidenceRules.SESSIONS.reachedBy(several.size())
                && !EvidenceRules.AUTOMATED_SHARE.keptBy(share)
                && !EvidenceRules.HUMAN_SHARE.reachedBy(share);
    }

    static List<SessionSample.Session> ofSeveralCalls(List<SessionSample.Session> sessions) {
        return sessions.stream().filter(session -> session.calls().size() > 1).toList();
    }

    /// What the sampled sessions of several calls hold.
    ///
    /// @param paused sessions with a pause, of all
    /// @param steps steps from one call to the next that are pauses, of all
    /// @param medianMillis from a session's first start to its last end
    private record Pauses(Share paused, Share steps, long medianCalls, long medianMillis) {
        /// A pause must be seen through stamps that may be early or late by the clock's own step.
        static Pauses of(List<SessionSample.Session> sessions, long stampMillis) {
            long[] pauses = sessions.stream()
                    .mapToLong(session -> pauses(session.calls(), stampMillis))
                    .toArray();
            long paused = 0;
            long steps = 0;
            long pausedSteps = 0;
            for (int i = 0; i < pauses.length; i++) {
                paused += pauses[i] > 0 ? 1 : 0;
                pausedSteps += pauses[i];
                steps += sessions.get(i).calls().size() - 1;
            }
            return new Pauses(
                    new Share(paused, pauses.length),
                    new Share(pausedSteps, steps),
                    median(sessions.stream()
                            .mapToLong(SessionSample.Session::count)
                            .toArray()),
                    median(sessions.stream()
                            .mapToLong(session -> length(session.calls()))
                            .toArray()));
        }

        private static long pauses(List<SessionSample.Call> calls, long stampMillis) {
            long end = calls.get(0).endMillis();
            long pauses = 0;
            for (SessionSample.Call call : calls.subList(1, calls.size())) {
                pauses += call.startMillis() - end > EvidenceRules.PAUSE.value() * MILLIS + stampMillis ? 1 : 0;
                end = Math.max(end, call.endMillis());
            }
            return pauses;
        }

        private static long length(List<SessionSample.Call> calls) {
            long end = calls.stream()
                    .mapToLong(SessionSample.Call::endMillis)
                    .max()
                    .orElse(0);
            return end - calls.get(0).startMillis();
        }

        private static long median(long[] values) {
            return values.length == 0 ? 0 : Arrays.stream(values).sorted().toArray()[values.length / 2];
        }
    }
}
