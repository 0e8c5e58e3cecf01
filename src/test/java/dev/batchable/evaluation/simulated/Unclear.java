package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.mixed;

import dev.batchable.evaluation.workload.Label;
import java.util.List;

/// Work that is waited for in part, or of which only its owner knows.
final class Unclear {
    private static final Style EVENT = Style.JOB.labelled(Label.MIXED);
    private static final Style ANSWER = Style.CHAT.unstreamed();
    private static final Style TITLE = EVENT.tokens(300, 12);

    private Unclear() {}

    static List<Kind> kinds() {
        return List.of(
                mixed(
                        "webhooks",
                        "a call per event of a business system in use by day; the sender may wait or not",
                        scene -> Curve.OFFICE.arrivals(scene, 400, at -> scene.call(EVENT, at))),
                mixed("health-checks", "a probe every minute or two; late probes raise an alarm", Unclear::probes),
                mixed("ci-checks", "checks of every change; developers wait for some of them", Unclear::checks),
                mixed("mixed-key", "a chat by day and a nightly job under one key", scene -> mixedKey(scene, ANSWER)),
                mixed(
                        "mixed-key-streamed",
                        "the same, and only the chat is streamed",
                        scene -> mixedKey(scene, Style.CHAT)),
                mixed(
                        "mixed-key-mostly-job",
                        "a large nightly job under a key with which a few people chat by day",
                        Unclear::mostlyJob),
                mixed("aftercare", "a chat, and a title made after the visible answer", scene -> titles(scene, true)),
                mixed("aftercare-alone", "only the titles have this key", scene -> titles(scene, false)));
    }

    private static void probes(Scene scene) {
        long every = scene.dice().between(1, 2) * Scene.MINUTE;
        for (long at = scene.at(0, 0); at < scene.end(); at += every) {
            scene.call(EVENT.tokens(20, 3), at + scene.dice().below(400));
        }
    }

    private static void checks(Scene scene) {
        Style check = EVENT.by("github-actions/runner");
        Curve.OFFICE.arrivals(
                scene, 12, at -> Pool.run(scene, check, 4, scene.dice().between(5, 40), at));
    }

    private static void mixedKey(Scene scene, Style chat) {
        Curve.OFFICE.arrivals(scene, 60, at -> Talk.hold(scene, chat, 50, at));
        Jobs.nightly(scene, Style.JOB, 1);
    }

    private static void mostlyJob(Scene scene) {
        Curve.OFFICE.arrivals(scene, 4, at -> scene.call(ANSWER, at));
        scene.days().forEach(day -> Pool.run(scene, Style.JOB, 2, scene.scaled(400), scene.at(day, 2)));
    }

    private static void titles(Scene scene, boolean withChat) {
        Curve.CONSUMERS.arrivals(scene, 150, begin -> {
            String session = scene.id("s");
            Draft answer = scene.draft(Style.CHAT, begin).session(session);
            long done = withChat ? scene.add(answer) : answer.end();
            scene.add(
                    scene.draft(TITLE, done + scene.dice().below(Scene.SECOND)).session(session));
        });
    }
}
