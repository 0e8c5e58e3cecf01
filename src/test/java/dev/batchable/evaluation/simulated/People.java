package dev.batchable.evaluation.simulated;

import static dev.batchable.evaluation.simulated.Kind.interactive;

import dev.batchable.evaluation.simulated.Outage.Reaction;
import dev.batchable.record.Outcome;
import java.util.List;
import java.util.stream.Stream;

/// Work that people wait for. Where a program is known for looking like a job, it is here all the more.
final class People {
    private static final Style ANSWER = Style.CHAT.unstreamed();
    private static final Style AGENT = Style.CHAT.tokens(27_000, 98).by("claude-cli/2.1.0 (external, cli)");

    private People() {}

    static List<Kind> kinds() {
        return Stream.of(chats(), hours(), programs()).flatMap(List::stream).toList();
    }

    private static List<Kind> chats() {
        return List.of(
                interactive("two-zone-chat", "a chat product, customers eight hours apart", scene -> chat(scene, 150)),
                interactive(
                        "team-bot",
                        "a bot that a small team asks now and then",
                        scene -> Curve.OFFICE.arrivals(scene, 12, at -> Talk.hold(scene, ANSWER, 8, at))),
                interactive("chat-errors", "a chat that shows people the provider's errors", scene -> {
                    scene.outage(Outage.during(scene, Reaction.FAIL));
                    chat(scene, 120);
                }),
                interactive("chat-fallback", "a chat that asks another model during outages", scene -> {
                    scene.outage(Outage.during(scene, Reaction.FALLBACK));
                    chat(scene, 120);
                }),
                interactive("chat-retry-storm", "a chat whose client repeats failed calls again and again", scene -> {
                    scene.outage(Outage.during(scene, Reaction.RETRY));
                    Curve.OFFICE.arrivals(scene, 400, at -> scene.call(ANSWER, at));
                }),
                interactive("cut-out", "a chat whose log was exported for two hours of each day only", scene -> {
                    Curve.OFFICE.arrivals(scene, 2_000, at -> scene.call(ANSWER, at));
                    scene.keepHours(10, 12);
                }));
    }

    private static List<Kind> hours() {
        return List.of(
                interactive(
                        "office-app",
                        "a function of an internal application, in working hours only",
                        scene -> Curve.OFFICE.arrivals(scene, 250, at -> scene.call(ANSWER, at))),
                interactive(
                        "morning-desk",
                        "a desk that works through the night's cases from seven to ten, a call each",
                        scene -> Curve.ALWAYS.between(7, 10).arrivals(scene, 240, at -> scene.call(ANSWER, at))),
                interactive(
                        "night-shift",
                        "people on duty at night, two hundred cases from ten to six",
                        scene -> Curve.NIGHT.arrivals(scene, 200, at -> scene.call(ANSWER, at))),
                interactive(
                        "flat-chat",
                        "people all over the world, so many at every hour",
                        scene -> Curve.ALWAYS.arrivals(scene, 1_200, at -> scene.call(ANSWER, at))),
                interactive(
                        "daily-lesson",
                        "a class that all ask in the same lesson of every working day",
                        scene -> lesson(scene, 1)),
                interactive("weekly-lecture", "the same once a week", scene -> lesson(scene, 5)),
                interactive(
                        "saturated-chat",
                        "people queue in front of a limit of calls a minute, all through the office hours",
                        People::saturated),
                interactive("voice", "a telephone assistant: short turns, an answer within a second", People::voice));
    }

    private static List<Kind> programs() {
        return List.of(
                interactive(
                        "single-developer",
                        "one developer and a coding agent, with pauses to read and think",
                        scene -> scene.workdays().forEach(day -> Agents.person(scene, AGENT, day))),
                interactive("agents-by-people", "a team and its agents in a product of their own", People::team),
                interactive(
                        "report-button",
                        "somebody presses a button and waits while eight workers write the sections of a report",
                        scene -> Curve.OFFICE.arrivals(
                                scene,
                                8,
                                at -> Pool.run(scene, ANSWER, 8, scene.dice().between(20, 80), at))),
                interactive("autocomplete", "code completion while people type", People::autocomplete),
                interactive(
                        "request-trace",
                        "each question of a user makes a chain of short calls under one trace id",
                        scene -> Curve.OFFICE.arrivals(scene, 60, at -> Agents.work(scene, ANSWER, scene.id("r"), at))),
                interactive(
                        "search-embeddings",
                        "what people type into a search box is embedded",
                        scene -> Curve.CONSUMERS.arrivals(scene, 800, at -> scene.call(ANSWER.embedding(), at))));
    }

    private static void chat(Scene scene, double sessions) {
        Curve.CONSUMERS.andShifted(8).arrivals(scene, sessions, at -> Talk.hold(scene, Style.CHAT, 400, at));
    }

    /// All come within a few minutes of the bell and stay for the lesson.
    private static void lesson(Scene scene, int everyDays) {
        double hour = scene.dice().between(8, 20);
        long length = scene.dice().between(12, 75) * Scene.MINUTE;
        scene.workdays().filter(day -> day % 7 % everyDays == 0).forEach(day -> {
            long begin = scene.at(day, hour) + scene.dice().below(5 * Scene.MINUTE);
            for (long left = scene.dice().poisson(scene.scaled(700)); left > 0; left--) {
                scene.call(ANSWER, begin + scene.dice().below(length));
            }
        });
    }

    private static void saturated(Scene scene) {
        double everySeconds = 20.0 / scene.size().volume();
        scene.workdays().forEach(day -> {
            long end = scene.at(day, 17) + scene.dice().below(Scene.HOUR);
            long at = scene.at(day, 8.5) + scene.dice().below(Scene.HOUR);
            while (at < end) {
                scene.call(ANSWER, at + scene.dice().below(500));
                at += (long) (everySeconds * Scene.SECOND);
            }
        });
    }

    private static void voice(Scene scene) {
        Style turn = Style.CHAT.tokens(400, 40);
        Curve.CONSUMERS.between(8, 20).arrivals(scene, 60, begin -> {
            String session = scene.id("v");
            long at = begin;
            for (int left = scene.dice().geometric(12); left > 0; left--) {
                at = scene.add(scene.draft(turn, at).session(session))
                        + (long) scene.dice().around(7_000, 0.6);
            }
        });
    }

    private static void team(Scene scene) {
        Style product = AGENT.unstreamed().by("node-fetch");
        scene.workdays().forEach(day -> {
            for (int person = scene.scaled(4); person > 0; person--) {
                Agents.person(scene, product, day);
            }
        });
    }

    /// A call whenever somebody stops typing for a moment; one in five is cancelled by the next key.
    private static void autocomplete(Scene scene) {
        Style style = Style.COMPLETION.by("vscode/1.99");
        Curve.OFFICE.arrivals(scene, 70, begin -> {
            long at = begin;
            for (int left = scene.dice().geometric(8); left > 0; left--) {
                Draft call = scene.draft(style, at);
                scene.add(scene.dice().chance(0.2) ? call.ended(Outcome.CANCELLED, 150) : call);
                at += (long) scene.dice().around(2_500, 0.9);
            }
        });
    }
}
