package dev.batchable.report.json;

import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.Verdict;
import dev.batchable.record.Tier;
import dev.batchable.report.Decision;
import dev.batchable.report.Decision.Decides;
import dev.batchable.report.Decision.Score;
import dev.batchable.report.Handling;
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
                .objectOrNull(
                        "decides",
                        decision.decides(),
                        (decides, o) -> o.value("question", decides.question()).value("monthly", decides.monthly()))
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
                in.objectOrNull(
                        "decides", o -> new Decides(o.choice("question", QuestionId.class), o.figure("monthly"))),
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
                .values("missing", controls.missing());
    }

    private static Controls readControls(JsonIn in) {
        return new Controls(in.texts("declared"), in.texts("observed"), in.texts("missing"));
    }
}
