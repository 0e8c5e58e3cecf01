package dev.batchable.evaluation.simulated;

/// Programs that call a model, use a tool and call again, in one session.
///
/// Of public sessions that people drive, 94 % hold a pause of over a minute and 72 % one of over five minutes
/// (SpecStory histories of coding agents); of automated benchmark runs 9 % hold one of over a minute, and
/// none one of over five. The parameters are set so that about these shares come out.
final class Agents {
    private static final double TOOL_MILLIS = 1_500;
    private static final double TOOL_SPREAD = 1.2;
    /// Assumed: builds and tests.
    private static final double SLOW_TOOL = 0.004;
    private static final double SLOW_MILLIS = 90_000;
    private static final double READ_MILLIS = 120_000;
    private static final double READ_SPREAD = 1.3;

    private Agents() {}

    /// As many steps as the task needs, one after the other.
    ///
    /// @return when it is done
    static long work(Scene scene, Style style, String session, long begin) {
        long at = begin;
        for (int step = 2 + scene.dice().geometric(10); step > 0; step--) {
            at = scene.add(scene.draft(style, at).session(session)) + tool(scene);
        }
        return at;
    }

    /// A person asks, the agent works, the person reads and asks again.
    static long drive(Scene scene, Style style, long begin, long end) {
        String session = scene.id("s");
        long at = begin;
        for (int prompt = 2 + scene.dice().geometric(8); prompt > 0 && at < end; prompt--) {
            at = work(scene, style, session, at) + (long) scene.dice().around(READ_MILLIS, READ_SPREAD);
        }
        return at;
    }

    /// One person's working day: sessions with breaks between them.
    static void person(Scene scene, Style style, int day) {
        long end = scene.at(day, scene.dice().between(17, 20));
        long at = scene.at(day, 8.5) + scene.dice().below(2 * Scene.HOUR);
        while (at < end) {
            at = drive(scene, style, at, end) + (long) scene.dice().around(2.0 * Scene.HOUR, 0.8);
        }
    }

    /// A list of tasks, some of them at a time, without anybody.
    static void benchmark(Scene scene, Style style, int tasks, long begin) {
        long[] free = {begin, begin + Scene.SECOND, begin + 2 * Scene.SECOND, begin + 3 * Scene.SECOND};
        for (int task = 0; task < tasks; task++) {
            int next = task % free.length;
            free[next] =
                    work(scene, style, scene.id("t"), free[next] + scene.dice().below(20 * Scene.SECOND));
        }
    }

    private static long tool(Scene scene) {
        boolean slow = scene.dice().chance(SLOW_TOOL);
        return (long) scene.dice().around(slow ? SLOW_MILLIS : TOOL_MILLIS, slow ? 0.3 : TOOL_SPREAD);
    }
}
