package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.machine;

import dev.batchable.evaluation.simulated.Outage.Reaction;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.Stream;

/// Work that nobody waits for.
final class Jobs {
    private static final Style JOB = Style.JOB;

    private Jobs() {}

    static List<Kind> kinds() {
        return Stream.of(scheduled(), started(), troubled())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Kind> scheduled() {
        return List.of(
                machine(
                        "nightly-cron",
                        "a scheduled job, one call after the other, that drifts by months and is late at random",
                        scene -> nightly(scene, JOB, 1)),
                machine("nightly-pool", "the same with eight workers", scene -> nightly(scene, JOB, 8)),
                machine(
                        "nightly-index",
                        "a nightly job that embeds what has changed",
                        scene -> nightly(scene, JOB.embedding(), 4)),
                machine(
                        "nightly-agents",
                        "a scheduled run of coding agents without a terminal",
                        scene -> scene.days()
                                .forEach(day -> Agents.benchmark(
                                        scene,
                                        JOB.tokens(27_000, 98).by("claude-cli/2.1.0 (external, sdk-cli)"),
                                        scene.scaled(12),
                                        scene.at(day, 2)))),
                machine("digest-per-user", "a nightly call for every user, with the user's id", Jobs::digests),
                machine(
                        "nightly-streamed",
                        "a nightly job whose library streams every answer",
                        scene -> nightly(scene, JOB.streamed(), 2)),
                machine("weekly-job", "a scheduled job of every Monday", Jobs::weekly),
                machine("hourly-job", "a scheduled job of every hour, as much as has come in", Jobs::hourly),
                machine("month-end", "a campaign of the last two days of a month, after a trial", Jobs::monthEnd),
                machine(
                        "polling-timer",
                        "a timer that looks every few minutes and digests what is new",
                        Jobs::polling));
    }

    private static List<Kind> started() {
        return List.of(
                machine(
                        "worker-pool",
                        "workers of a closed loop, started once or twice a day at any hour",
                        Jobs::pools),
                machine("queue-consumer", "a queue of the day's events, emptied by four workers", Jobs::queue),
                machine("evals", "evaluations that somebody starts in working hours now and then", Jobs::evals),
                machine("backfill", "a one-off campaign that runs day and night until it is done", Jobs::backfill),
                machine("agent-runs", "automated benchmark runs of agents at any hour", Jobs::agentRuns));
    }

    private static List<Kind> troubled() {
        return List.of(
                troubled("queue", "waits for the provider to come back", Reaction.QUEUE),
                troubled("retry", "retries", Reaction.RETRY),
                troubled("fail", "leaves the failed calls out", Reaction.FAIL),
                machine("job-retry-storm", "a pool whose every worker repeats failed calls again and again", scene -> {
                    scene.outage(Outage.during(scene, Reaction.RETRY));
                    backfill(scene);
                }));
    }

    private static Kind troubled(String reaction, String story, Reaction does) {
        return machine("job-" + reaction, "an hourly job that " + story + " during outages", scene -> {
            scene.outage(Outage.during(scene, does));
            hourly(scene);
        });
    }

    /// A start that drifts by up to 80 minutes a month and is late by a normal deviation of 20 to 98 minutes:
    /// measured on public repositories that run a nightly language-model job on GitHub's scheduler, which
    /// delays jobs under load
    /// (<https://docs.github.com/actions/using-workflows/events-that-trigger-workflows#schedule>). One day in
    /// twenty is left out (assumed).
    static void nightly(Scene scene, Style style, int workers) {
        double hour = scene.dice().between(0, 23);
        double drift = scene.dice().between(-80, 80) / 60.0 / 30;
        double late = scene.dice().between(20, 98) / 60.0;
        int calls = scene.scaled(scene.dice().between(150, 600));
        scene.days().filter(day -> !scene.dice().chance(0.05)).forEach(day -> {
            double start = hour + drift * day + Math.abs(scene.dice().normal(0, late));
            Pool.run(scene, style, workers, about(scene, calls), scene.at(day, start));
        });
    }

    private static void digests(Scene scene) {
        scene.days().forEach(day -> {
            long at = scene.at(day, 3) + scene.dice().below(Scene.HOUR);
            for (int user = scene.scaled(300); user > 0; user--) {
                at = scene.add(scene.draft(JOB, at).user("u" + user))
                        + scene.dice().below(300);
            }
        });
    }

    private static void weekly(Scene scene) {
        double hour = scene.dice().between(0, 23);
        scene.days()
                .filter(day -> day % 7 == 0)
                .forEach(day -> Pool.run(
                        scene,
                        JOB,
                        6,
                        about(scene, scene.scaled(1_500)),
                        scene.at(day, hour + scene.dice().normal(0, 0.2))));
    }

    private static void hourly(Scene scene) {
        scene.days().forEach(day -> {
            for (int hour = 0; hour < 24; hour++) {
                Pool.run(scene, JOB, 2, about(scene, scene.scaled(25)), scene.at(day, hour + 0.05));
            }
        });
    }

    private static void monthEnd(Scene scene) {
        Pool.run(scene, JOB, 4, scene.scaled(60), scene.at(0, 14));
        scene.days()
                .filter(day -> scene.daysToMonthEnd(day) < 2)
                .forEach(day -> Pool.run(scene, JOB, 10, about(scene, scene.scaled(6_000)), scene.at(day, 6)));
    }

    private static void polling(Scene scene) {
        long every = scene.dice().between(3, 15) * Scene.MINUTE;
        for (long at = scene.at(0, 0); at < scene.end(); at += every) {
            for (int found = scene.dice().between(1, scene.scaled(2)); found > 0; found--) {
                scene.call(JOB, at + scene.dice().below(20 * Scene.SECOND));
            }
        }
    }

    private static void pools(Scene scene) {
        scene.days().forEach(day -> {
            for (int run = scene.dice().between(1, 2); run > 0; run--) {
                long begin = scene.at(day, 0) + scene.dice().below(Scene.DAY);
                Pool.run(scene, JOB, scene.dice().between(4, 32), about(scene, scene.scaled(500)), begin);
            }
        });
    }

    private static void queue(Scene scene) {
        Queue<Long> free = new PriorityQueue<>(Collections.nCopies(4, 0L));
        Queue<Long> events = new PriorityQueue<>();
        Curve.OFFICE.arrivals(scene, 600, events::add);
        while (!events.isEmpty()) {
            long start = Math.max(events.remove(), free.remove());
            free.add(scene.call(JOB, start + scene.dice().below(200)));
        }
    }

    private static void evals(Scene scene) {
        scene.workdays().filter(day -> day == 0 || scene.dice().chance(0.5)).forEach(day -> {
            for (int run = scene.dice().between(1, 3); run > 0; run--) {
                long begin = scene.at(day, 9) + scene.dice().below(9 * Scene.HOUR);
                Pool.run(scene, JOB, scene.dice().between(10, 50), about(scene, scene.scaled(800)), begin);
            }
        });
    }

    private static void backfill(Scene scene) {
        long begin = scene.at(0, 0) + scene.dice().below(Scene.DAY);
        Pool.run(scene, JOB, Math.max(2, scene.scaled(4)), scene.scaled(12_000), begin);
    }

    private static void agentRuns(Scene scene) {
        Style agent = JOB.tokens(27_000, 98);
        scene.days()
                .filter(day -> day == 0 || scene.dice().chance(0.4))
                .forEach(day -> Agents.benchmark(
                        scene,
                        agent,
                        scene.scaled(45),
                        scene.at(day, 0) + scene.dice().below(Scene.DAY)));
    }

    private static int about(Scene scene, int calls) {
        return (int) Math.max(1, scene.dice().around(calls, 0.2));
    }
}
