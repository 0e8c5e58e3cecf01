package dev.batchable.evaluation.simulated;

import dev.batchable.record.Outcome;
import java.util.List;

/// Hours in which the provider fails most calls, and what the caller does about it.
///
/// @param spells begin and end of each
record Outage(List<Spell> spells, Reaction reaction) {
    /// Assumed: nine calls in ten fail while it lasts.
    private static final double STRUCK = 0.9;

    record Spell(long begin, long end) {
        boolean holds(long time) {
            return time >= begin && time < end;
        }
    }

    /// What a caller does with a call that failed.
    enum Reaction {
        /// It goes on as if nothing had been.
        FAIL,
        /// It tries again, at doubling distances, until it succeeds or has tried eight times.
        RETRY,
        /// It asks another model at once.
        FALLBACK,
        /// It waits until the provider is back and then makes the call.
        QUEUE
    }

    /// One spell of one to three hours about every five days, at any hour; one at least.
    static Outage during(Scene scene, Reaction reaction) {
        List<Spell> spells = scene.days()
                .filter(day -> day % 5 == 1)
                .mapToObj(day -> spell(scene, day))
                .toList();
        return new Outage(spells, reaction);
    }

    private static Spell spell(Scene scene, int day) {
        long begin = scene.at(day, scene.dice().between(0, 20));
        return new Spell(begin, begin + scene.dice().between(60, 180) * Scene.MINUTE);
    }

    boolean strikes(long time, Dice dice) {
        return spells.stream().anyMatch(spell -> spell.holds(time)) && dice.chance(STRUCK);
    }

    /// @return when the caller has the answer or has given up
    long suffer(Scene scene, Draft call) {
        scene.write(failed(scene, call.again(call.start())));
        return switch (reaction) {
            case FAIL -> call.start() + Scene.SECOND;
            case FALLBACK -> scene.write(call.again(call.start() + Scene.SECOND).model("model-b"));
            case QUEUE ->
                scene.write(call.again(back(call.start()) + scene.dice().below(20 * Scene.MINUTE)));
            case RETRY -> retried(scene, call);
        };
    }

    private long retried(Scene scene, Draft call) {
        long at = call.start();
        for (int attempt = 1; attempt <= 8; attempt++) {
            at += Scene.SECOND * (1L << attempt) + scene.dice().below(Scene.SECOND);
            if (!strikes(at, scene.dice())) {
                return scene.write(call.again(at).retry(attempt));
            }
            scene.write(failed(scene, call.again(at).retry(attempt)));
        }
        return at;
    }

    private static Draft failed(Scene scene, Draft call) {
        boolean limited = scene.dice().chance(0.3);
        return call.ended(limited ? Outcome.RATE_LIMITED : Outcome.FAILED, (long)
                scene.dice().around(300, 0.5));
    }

    private long back(long time) {
        return spells.stream()
                .filter(spell -> spell.holds(time))
                .mapToLong(Spell::end)
                .findFirst()
                .orElse(time);
    }
}
