package dev.batchable.report.json;

import dev.batchable.report.Conclusions;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Conclusions.Severity;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;

/// `gate`, `findings`, `assumptions` and `opportunities`.
final class ConclusionsJson {
    private ConclusionsJson() {}

    static void write(Conclusions conclusions, JsonOut out) {
        out.object(
                        "gate",
                        conclusions.gate(),
                        (gate, o) -> o.value("status", gate.status())
                                .objects("rules", gate.rules(), ConclusionsJson::writeRule))
                .objects("findings", conclusions.findings(), ConclusionsJson::writeFinding)
                .values("assumptions", conclusions.assumptions())
                .objects("opportunities", conclusions.opportunities(), OpportunityJson::write);
    }

    static Conclusions read(JsonIn in) {
        return new Conclusions(
                in.object(
                        "gate",
                        o -> new GateOutcome(
                                o.choice("status", Status.class), o.objects("rules", ConclusionsJson::readRule))),
                in.objects("findings", ConclusionsJson::readFinding),
                in.texts("assumptions"),
                in.objects("opportunities", OpportunityJson::read));
    }

    private static void writeRule(RuleOutcome rule, JsonOut out) {
        out.value("rule", rule.rule())
                .value("limit", rule.limit())
                .value("actual", rule.actual())
                .value("unit", rule.unit())
                .value("status", rule.status())
                .value("text", rule.text());
    }

    private static RuleOutcome readRule(JsonIn in) {
        return new RuleOutcome(
                in.text("rule"),
                in.figure("limit"),
                in.figureOrNull("actual"),
                in.text("unit"),
                in.choice("status", Status.class),
                in.text("text"));
    }

    private static void writeFinding(Finding finding, JsonOut out) {
        out.value("id", finding.id())
                .value("severity", finding.severity())
                .value("subject", finding.subject())
                .value("text", finding.text())
                .value("money", finding.money());
    }

    private static Finding readFinding(JsonIn in) {
        return new Finding(
                in.text("id"),
                in.choice("severity", Severity.class),
                in.text("subject"),
                in.text("text"),
                in.figureOrNull("money"));
    }
}
