package dev.batchable.render;

import dev.batchable.checklist.Answer.Origin;
import dev.batchable.checklist.QuestionId;
import dev.batchable.checklist.evidence.Lean;
import dev.batchable.report.AnswerReport;
import dev.batchable.report.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What would change the verdict: the facts that are missing, and the answers it rests on.
final class ChangesSection {
    private final WorkloadReport workload;
    private final String currency;

    ChangesSection(WorkloadReport workload, String currency) {
        this.workload = workload;
        this.currency = currency;
    }

    void write(Page page) {
        page.heading("What would change the verdict");
        List<String> changes = switch (workload.verdict()) {
            case UNDECIDED -> undecided();
            case MOVE, SPLIT -> recommended();
            case KEEP -> kept();
            case BLOCKED -> blocked();
            case DEFERRED -> List.of("more than 5 % of its spend on a realtime tier");
        };
        changes.forEach(change -> page.hanging("- ", change));
    }

    private List<String> undecided() {
        List<String> changes = new ArrayList<>();
        workload.decision()
                .decides()
                .ifPresent(decides -> changes.add(declaring(decides.question())
                        + Phrases.worth(workload, currency)
                                .map(worth -> " decides up to " + worth)
                                .orElse("")));
        open().filter(question -> workload.decision()
                        .decides()
                        .filter(d -> d.question() == question)
                        .isEmpty())
                .forEach(question -> changes.add(declaring(question)));
        return changes.isEmpty() ? List.of("nothing that can be declared; the evidence must grow") : changes;
    }

    private List<String> recommended() {
        List<String> changes = new ArrayList<>();
        workload.answers().stream()
                .filter(answer -> answer.lean() == Lean.BATCH)
                .flatMap(answer -> answer.known().stream()
                        .filter(known -> known.derivedFrom().isEmpty())
                        .map(known -> "another answer to \"" + answer.question().text() + "\" than " + known.value()
                                + (known.source() == Origin.DECLARED ? "" : ", which nobody declared")))
                .forEach(changes::add);
        changes.add("a low saving of 0 or less");
        return changes;
    }

    private List<String> kept() {
        List<String> changes = new ArrayList<>();
        workload.answers().stream()
                .filter(answer -> answer.lean() == Lean.REALTIME)
                .flatMap(answer -> answer.known().stream()
                        .map(known -> "another answer to \"" + answer.question().text() + "\" than " + known.value()
                                + " (" + known.source().id() + ")"))
                .forEach(changes::add);
        workload.saving()
                .filter(saving -> saving.window().expected().signum() <= 0)
                .ifPresent(saving -> changes.add("a target tier on which it costs less than today"));
        return changes.isEmpty() ? List.of("a target tier with a price") : changes;
    }

    private List<String> blocked() {
        return workload.decision().blockers().stream()
                .map(blocker -> "without " + blocker)
                .toList();
    }

    private Stream<QuestionId> open() {
        return workload.answers().stream()
                .filter(answer -> answer.known().isEmpty())
                .map(AnswerReport::question);
    }

    private static String declaring(QuestionId question) {
        return "declaring " + question.policyKey() + " (" + question.text() + ")";
    }
}
