package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.machine;

import java.util.List;

/// Work that nobody waits for.
final class Jobs {
    private Jobs() {}

    static List<Kind> kinds() {
        return List.of(machine(
                "nightly-cron",
                "a scheduled job makes one call after the other; its start drifts by months and is late at" + " random",
                scene -> nightly(scene, Style.JOB, 1)));
    }

    /// A start that drifts by up to 80 minutes a month and is late by a normal deviation of 20 to 98 minutes:
    /// measured on public repositories that run a nightly language-model job on GitHub's scheduler, which delays
    /// jobs under load (<https://docs.github.com/actions/using-workflows/events-that-trigger-workflows#schedule>).
    /// One day in twenty is left out (assumed).
    static void nightly(Scene scene, Style style, int workers) {
        double hour = scene.dice().between(0, 23);
        double drift = scene.dice().between(-80, 80) / 60.0 / 30;
        double late = scene.dice().between(20, 98) / 60.0;
        int calls = scene.scaled(scene.dice().between(150, 600));
        scene.days().filter(day -> !scene.dice().chance(0.05)).forEach(day -> {
            double start = hour + drift * day + Math.abs(scene.dice().normal(0, late));
            Pool.run(scene, style, workers, (int) Math.max(1, scene.dice().around(calls, 0.2)), scene.at(day, start));
        });
    }
}
