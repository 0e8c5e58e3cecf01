package dev.batchable.report.json;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.AnswerReport.EvidenceReport;
import dev.batchable.report.AnswerReport.Known;
import dev.batchable.report.AnswerReport.Weight;
import java.math.BigDecimal;
import java.util.Optional;

/// A member of `answers`; where there is no answer, `value`, `confidence` and `source` are null and `why` is
/// not.
final class AnswerJson {
    private AnswerJson() {}

    static void write(AnswerReport answer, JsonOut out) {
        Optional<Known> known = answer.known();
        out.value("question", answer.question())
                .value("value", known.map(Known::value))
                .value("lean", answer.lean())
                .value("confidence", known.map(Known::confidence))
                .value("source", known.map(Known::source))
                .value("derivedFrom", known.flatMap(Known::derivedFrom))
                .value("why", answer.why())
                .objects("evidence", answer.evidence(), AnswerJson::writeEvidence)
                .value("change", answer.change());
    }

    static AnswerReport read(JsonIn in) {
        return new AnswerReport(
                in.choice("question", QuestionId.class),
                in.choice("lean", Lean.class),
                readKnown(in),
                in.textOrNull("why"),
                in.objects("evidence", AnswerJson::readEvidence),
                in.textOrNull("change"));
    }

    private static Optional<Known> readKnown(JsonIn in) {
        Optional<String> value = in.textOrNull("value");
        Optional<BigDecimal> confidence = in.figureOrNull("confidence");
        Optional<Origin> source = in.choiceOrNull("source", Origin.class);
        Optional<QuestionId> derivedFrom = in.choiceOrNull("derivedFrom", QuestionId.class);
        if (value.isPresent() != confidence.isPresent() || value.isPresent() != source.isPresent()) {
            throw new IllegalArgumentException("value, confidence and source are known together or not at all");
        }
        return value.flatMap(v -> confidence.flatMap(c -> source.map(s -> new Known(v, c, s, derivedFrom))));
    }

    private static void writeEvidence(EvidenceReport evidence, JsonOut out) {
        out.value("signal", evidence.signal())
                .value("found", evidence.found())
                .value("expected", evidence.expected())
                .value("samples", evidence.samples())
                .value("lean", evidence.lean())
                .value("period", evidence.period())
                .value("error", evidence.error())
                .objectOrNull("weight", evidence.weight(), AnswerJson::writeWeight);
    }

    private static EvidenceReport readEvidence(JsonIn in) {
        return new EvidenceReport(
                in.text("signal"),
                in.text("found"),
                in.text("expected"),
                in.count("samples"),
                in.choice("lean", Lean.class),
                in.text("period"),
                in.textOrNull("error"),
                in.objectOrNull("weight", AnswerJson::readWeight));
    }

    private static void writeWeight(Weight weight, JsonOut out) {
        out.value("family", weight.family()).value("rule", weight.rule()).value("logOdds", weight.logOdds());
    }

    private static Weight readWeight(JsonIn in) {
        return new Weight(in.text("family"), in.text("rule"), in.figure("logOdds"));
    }
}
