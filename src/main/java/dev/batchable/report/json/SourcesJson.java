package dev.batchable.report.json;

import dev.batchable.report.Amount;
import dev.batchable.report.InputFigures;
import dev.batchable.report.InputFigures.Kind;
import dev.batchable.report.InputFigures.Lines;
import dev.batchable.report.InputFigures.Reason;
import dev.batchable.report.InputFigures.Stored;
import dev.batchable.report.InputFigures.Units;
import dev.batchable.report.Sources;
import dev.batchable.report.Sources.FileProblem;
import dev.batchable.report.Sources.LineProblem;
import java.util.List;
import java.util.Optional;

/// `inputs`, `fileProblems` and `problems`.
final class SourcesJson {
    private SourcesJson() {}

    static void write(Sources sources, JsonOut out) {
        out.objects("inputs", sources.inputs(), SourcesJson::writeInput)
                .objects(
                        "fileProblems",
                        sources.fileProblems(),
                        (problem, o) -> o.value("path", problem.path()).value("reason", problem.reason()))
                .objects(
                        "problems",
                        sources.problems(),
                        (problem, o) -> o.value("path", problem.path())
                                .value("line", problem.line())
                                .value("reason", problem.reason())
                                .value("count", problem.count()));
    }

    static Sources read(JsonIn in) {
        return new Sources(
                in.objects("inputs", SourcesJson::readInput),
                in.objects("fileProblems", o -> new FileProblem(o.text("path"), o.text("reason"))),
                in.objects(
                        "problems",
                        o -> new LineProblem(o.text("path"), o.count("line"), o.text("reason"), o.count("count"))));
    }

    private static void writeInput(InputFigures input, JsonOut out) {
        out.value("path", input.path())
                .value("kind", input.kind())
                .value("format", input.format())
                .value("bytes", input.stored().bytes())
                .value("fingerprint", input.stored().fingerprint())
                .value("lines", input.lines().lines())
                .value("blank", input.lines().blank());
        writeUnits(input.units(), out);
        out.objects(
                "ignoredReasons",
                input.ignoredReasons(),
                (reason, o) -> o.value("reason", reason.reason()).value("count", reason.count()));
        if (input.billed().isPresent()) {
            out.objects("billed", input.billed().get(), AmountJson::write);
        } else {
            out.value("billed", Optional.empty());
        }
    }

    private static void writeUnits(Units units, JsonOut out) {
        out.value("units", units.units())
                .value("records", units.records())
                .value("ignored", units.ignored())
                .value("duplicates", units.duplicates())
                .value("problems", units.problems());
    }

    private static InputFigures readInput(JsonIn in) {
        Optional<List<Amount>> billed = in.objectsOrNull("billed", AmountJson::read);
        return new InputFigures(
                in.text("path"),
                in.choice("kind", Kind.class),
                in.text("format"),
                new Stored(in.count("bytes"), in.text("fingerprint")),
                new Lines(in.count("lines"), in.count("blank")),
                new Units(
                        in.count("units"),
                        in.count("records"),
                        in.count("ignored"),
                        in.count("duplicates"),
                        in.count("problems")),
                in.objects("ignoredReasons", o -> new Reason(o.text("reason"), o.count("count"))),
                billed);
    }
}
