package dev.batchable.evaluation;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.evaluation.workload.Label;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every wrong or missing judgement with its evidence, for whoever calibrates the signals.
final class Cases {
    private Cases() {}

    static String text(Evaluation evaluation) {
        List<Judged> judged = evaluation.judged();
        return Stream.of(
                        section("Called batchable", judged, Cases::broken),
                        section("Wrong answers", judged, Cases::wrong),
                        section("Can wait, and is not called so", judged, Cases::missed),
                        section("Waited for, and no answer", judged, Cases::silent),
                        distorted(evaluation.changes()))
                .collect(Collectors.joining("\n", "# Cases: " + evaluation.title() + "\n\n", ""));
    }

    private static boolean broken(Judged one) {
        return Stream.of(Mode.values()).anyMatch(one::breaksPromise);
    }

    private static boolean wrong(Judged one) {
        return one.wrong(Mode.LOGS) || one.wrong(Mode.LOGS_FREE);
    }

    private static boolean missed(Judged one) {
        return one.label() == Label.MACHINE && !one.in(Mode.DECLARED_FREE).moves();
    }

    private static boolean silent(Judged one) {
        return one.label() == Label.INTERACTIVE && one.in(Mode.LOGS_FREE).unknown();
    }

    private static String section(String title, List<Judged> judged, java.util.function.Predicate<Judged> wanted) {
        List<String> texts = judged.stream().filter(wanted).map(Cases::text).toList();
        return "## " + title + ": " + texts.size() + "\n\n" + String.join("\n", texts);
    }

    private static String distorted(List<Change> changes) {
        List<String> texts = changes.stream()
                .filter(Change::broken)
                .map(change ->
                        "### " + change + "\n\n" + evidence(change.judged().in(Change.MODE)))
                .toList();
        return "## Called batchable when distorted: " + texts.size() + "\n\n" + String.join("\n", texts);
    }

    private static String text(Judged one) {
        String verdicts = one.opinions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "- " + entry.getKey().text() + ": " + line(entry.getValue()) + "\n")
                .collect(Collectors.joining());
        return "### " + one + "\n\n" + verdicts + evidence(one.in(Mode.LOGS_FREE));
    }

    private static String line(Opinion opinion) {
        return opinion.verdict().id() + ", " + opinion.answer() + " (" + opinion.because() + ")";
    }

    /// What was looked at; signals that had nothing to look at are left out.
    private static String evidence(Opinion opinion) {
        return opinion.waiting().evidence().stream()
                .filter(found -> found.samples() > 0)
                .map(Cases::line)
                .collect(Collectors.joining());
    }

    private static String line(Evidence found) {
        return "    - " + found.signal() + " [" + found.lean() + "]: " + found.found() + "; expected "
                + found.expected() + "; " + found.samples() + " samples, " + found.period() + "\n";
    }
}
