package dev.batchable.report.json;

import dev.batchable.checklist.Judgement.ControlStatus;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.record.Tier;
import dev.batchable.report.Decision;
import dev.batchable.report.Decision.Decides;
import dev.batchable.report.Decision.Outcome;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.Handling;
import dev.batchable.report.Handling.ControlReport;
import dev.batchable.report.Handling.Controls;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;

/// What to do with a workload, and what surrounds it.
final class DecisionJson {
    private DecisionJson() {}

    static void write(Decision decision, JsonOut out) {
        out.value("verdict", decision.verdict())
                .value("because", decision.because())
                .value("target", decision.target())
                .value("share", decision.share())
                .object("score", decision.score(), DecisionJson::writeScore)
                .values("blockers", decision.blockers())
                .objectOrNull("decides", decision.decides(), DecisionJson::writeDecides)
                .value("nextStep", decision.nextStep());
    }

    static Decision read(JsonIn in) {
        return new Decision(
                in.choice("verdict", Verdict.class),
                in.text("because"),
                in.choiceOrNull("target", Tier.class),
                in.figureOrNull("share"),
                in.object("score", DecisionJson::readScore),
                in.texts("blockers"),
                in.objectOrNull("decides", DecisionJson::readDecides),
                in.text("nextStep"));
    }

    static void writeHandling(Handling handling, JsonOut out) {
        out.objectOrNull("waiver", handling.waiver(), DecisionJson::writeWaiver)
                .object("controls", handling.controls(), DecisionJson::writeControls)
                .values("recipe", handling.recipe());
    }

    static Handling readHandling(JsonIn in) {
        return new Handling(
                in.objectOrNull("waiver", DecisionJson::readWaiver),
                in.object("controls", DecisionJson::readControls),
                in.texts("recipe"));
    }

    private static void writeScore(Score score, JsonOut out) {
        out.value("batch", score.batch())
                .value("realtime", score.realtime())
                .value("neither", score.neither())
                .value("unknown", score.unknown());
    }

    private static Score readScore(JsonIn in) {
        return new Score(in.count("batch"), in.count("realtime"), in.count("neither"), in.count("unknown"));
    }

    private static void writeWaiver(WaiverReport waiver, JsonOut out) {
        out.value("owner", waiver.owner())
                .value("reason", waiver.reason())
                .value("expires", waiver.expires())
                .objectOrNull("ceiling", waiver.ceiling(), AmountJson::write)
                .value("status", waiver.status());
    }

    private static WaiverReport readWaiver(JsonIn in) {
        return new WaiverReport(
                in.text("owner"),
                in.text("reason"),
                in.day("expires"),
                in.objectOrNull("ceiling", AmountJson::read),
                in.choice("status", WaiverStatus.class));
    }

    private static void writeControls(Controls controls, JsonOut out) {
        out.values("declared", controls.declared())
                .values("observed", controls.observed())
                .values("missing", controls.missing())
                .objects(
                        "details",
                        controls.details(),
                        (control, o) -> o.value("name", control.name())
                                .value("status", control.status())
                                .value("found", control.found()));
    }

    private static Controls readControls(JsonIn in) {
        return new Controls(
                in.texts("declared"),
                in.texts("observed"),
                in.texts("missing"),
                in.objects(
                        "details",
                        o -> new ControlReport(
                                o.text("name"), o.choice("status", ControlStatus.class), o.text("found"))));
    }

    private static void writeDecides(Decides decides, JsonOut out) {
        out.value("question", decides.question())
                .value("monthly", decides.monthly())
                .value("window", decides.window())
                .objects("outcomes", decides.outcomes(), DecisionJson::writeOutcome);
    }

    private static Decides readDecides(JsonIn in) {
        return new Decides(
                in.choice("question", QuestionId.class),
                in.figure("monthly"),
                in.figure("window"),
                in.objects("outcomes", DecisionJson::readOutcome));
    }

    private static void writeOutcome(Outcome outcome, JsonOut out) {
        out.value("answer", outcome.answer())
                .values("together", outcome.together())
                .value("verdict", outcome.verdict())
                .value("target", outcome.target())
                .object("monthly", outcome.monthly(), AmountJson::writeEstimate)
                .object("window", outcome.window(), AmountJson::writeEstimate);
    }

    private static Outcome readOutcome(JsonIn in) {
        return new Outcome(
                in.text("answer"),
                in.texts("together"),
                in.choice("verdict", Verdict.class),
                in.choiceOrNull("target", Tier.class),
                in.object("monthly", AmountJson::readEstimate),
                in.object("window", AmountJson::readEstimate));
    }
}
