package dev.batchable.evaluation.simulated;

/// What one person asks in one session.
///
/// Time to read and think is log-normal with a median of 67 s: fitted to the distribution published with
/// BurstGPT's chat sessions (18 s at 10 %, 33 s at 25 %, above 47 s for 65 %; gaps capped at 600 s).
final class Talk {
    private static final double THINK_MILLIS = 67_000;
    private static final double THINK_SPREAD = 1.05;
    private static final long LONGEST_MILLIS = 600_000;
    /// Assumed: people leave before the end of one answer in a hundred.
    private static final double LEAVES = 0.01;

    private Talk() {}

    static long think(Scene scene) {
        return Math.min(LONGEST_MILLIS, (long) scene.dice().around(THINK_MILLIS, THINK_SPREAD));
    }

    /// Four turns in the mean (assumed), by one of so many people.
    static void hold(Scene scene, Style style, int people, long begin) {
        String session = scene.id("s");
        String user = "u" + scene.dice().between(1, people);
        long at = begin;
        for (int turn = scene.dice().geometric(4); turn > 0; turn--) {
            Draft call = scene.draft(style, at).session(session).user(user);
            at = scene.add(scene.dice().chance(LEAVES) ? call.cancelled() : call) + think(scene);
        }
    }
}
