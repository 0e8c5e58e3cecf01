package dev.batchable.report.assembly;

import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What the report rests on, each once: of the run, then of spend, then of savings, in the order of the
/// workloads.
final class AssumptionsAssembly {
    private AssumptionsAssembly() {}

    static List<String> assumptions(AuditFacts facts, List<WorkloadReport> workloads) {
        Set<String> all = new LinkedHashSet<>(facts.background().assumptions());
        all.addAll(uncounted(workloads));
        workloads.forEach(workload -> all.addAll(workload.spend().assumptions()));
        workloads.forEach(workload -> workload.saving().ifPresent(saving -> all.addAll(saving.assumptions())));
        workloads.forEach(workload -> all.addAll(deadline(workload)));
        return List.copyOf(all);
    }

    private static List<String> uncounted(List<WorkloadReport> workloads) {
        List<String> names = new ArrayList<>();
        workloads.stream()
                .filter(workload -> workload.usage().requests().isEmpty())
                .forEach(workload -> names.add(workload.name()));
        return names.isEmpty()
                ? List.of()
                : List.of("calls of " + String.join(", ", names)
                        + " are not counted by their source and in no count of requests");
    }

    private static List<String> deadline(WorkloadReport workload) {
        return workload.saving()
                .filter(saving -> workload.recommended())
                .flatMap(SavingReport::deadlineAssumed)
                .map(deadline -> List.of(workload.name() + ": nobody declared a deadline; assumed " + deadline))
                .orElse(List.of());
    }
}
