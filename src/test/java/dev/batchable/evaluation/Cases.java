package dev.batchable.evaluation;

import dev.batchable.checklist.evidence.Evidence;
import dev.batchable.evaluation.workload.Label;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every wrong or missing judgement with its evidence, for whoever calibrates the signals.
record Cases(List<Judged> judged) {
    Cases {
        judged = List.copyOf(judged);
    }

    String text() {
        return Stream.of(
                        section("Promise broken", judged.stream().filter(Cases::broken)),
                        section("Wrong answers", judged.stream().filter(Cases::wrong)),
                        section(
                                "Could wait, and is not called so",
                                judged.stream().filter(Cases::missed)),
                        section("Waited for, and no answer", judged.stream().filter(Cases::silent)))
                .collect(Collectors.joining("\n", "# Cases\n\n", ""));
    }

    static boolean broken(Judged one) {
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

    private static String section(String title, Stream<Judged> cases) {
        List<String> texts = cases.map(Cases::text).toList();
        return "## " + title + ": " + texts.size() + "\n\n" + String.join("\n", texts);
    }

    static String text(Judged one) {
        String verdicts = one.opinions().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> "- " + entry.getKey().text() + ": "
                        + entry.getValue().verdict().id() + ", "
                        + entry.getValue().answer() + " (" + entry.getValue().because() + ")\n")
                .collect(Collectors.joining());
        String evidence = one.in(Mode.LOGS_FREE).waiting().evidence().stream()
                .filter(found -> found.samples() > 0)
                .map(Cases::line)
                .collect(Collectors.joining());
        return "### " + one + "\n\n" + verdicts + evidence;
    }

    private static String line(Evidence found) {
        return "    - " + found.signal() + " [" + found.lean() + "]: " + found.found() + "; expected "
                + found.expected() + "; " + found.samples() + " samples, " + found.period() + "\n";
    }
}
