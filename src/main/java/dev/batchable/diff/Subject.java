package dev.batchable.diff;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Totals.TierSpend;
import dev.batchable.report.WorkloadReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is compared: a workload of the older report and the same one of the newer.
///
/// A workload is known by its name. A caller whose calls are of several operations, or streamed and not, is more
/// than one workload; and a change of the calls changes that: `invoices` becomes `invoices/chat` and
/// `invoices/embedding`, or what moved is no longer streamed as the rest is. Where a caller does not have the same
/// parts in both
/// reports, they are compared together, by the caller's name. Taken one by one they would look like work that
/// ended and other work that began, and nothing would ever seem to have moved.
record Subject(String name, Side old, Side now) {
    static List<Subject> of(AuditReport old, AuditReport now) {
        Map<List<String>, List<WorkloadReport>> before = byCaller(old);
        Map<List<String>, List<WorkloadReport>> after = byCaller(now);
        Set<List<String>> callers = new TreeSet<>(Comparator.comparing(Object::toString));
        callers.addAll(before.keySet());
        callers.addAll(after.keySet());
        List<Subject> subjects = new ArrayList<>();
        for (List<String> caller : callers) {
            subjects.addAll(of(before.getOrDefault(caller, List.of()), after.getOrDefault(caller, List.of())));
        }
        subjects.sort(Comparator.comparing(Subject::name));
        return subjects;
    }

    /// Whether parts of a caller are compared together that are workloads of their own.
    boolean isMerged() {
        return old.parts().size() > 1 || now.parts().size() > 1;
    }

    boolean isKept() {
        return old.isPresent() && now.isPresent();
    }

    /// Whether it was to move, and more of it is deferred than was.
    boolean isMoved() {
        TierSpend before = old.tiers();
        TierSpend after = now.tiers();
        return old.isRecommended()
                && after.deferred()
                                .multiply(before.total())
                                .compareTo(before.deferred().multiply(after.total()))
                        > 0;
    }

    private static Map<List<String>, List<WorkloadReport>> byCaller(AuditReport report) {
        return report.workloads().stream()
                .collect(Collectors.groupingBy(
                        workload -> caller(workload.identity().key()), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<String> caller(WorkloadReport.Key key) {
        return List.of(key.caller(), key.provider().orElse(""), key.model().orElse(""));
    }

    private static List<Subject> of(List<WorkloadReport> before, List<WorkloadReport> after) {
        if (before.isEmpty() || after.isEmpty() || names(before).equals(names(after))) {
            Set<String> names = names(before);
            names.addAll(names(after));
            return names.stream()
                    .map(name -> new Subject(name, named(name, before), named(name, after)))
                    .toList();
        }
        String caller = before.get(0).identity().key().caller();
        return List.of(new Subject(caller, new Side(before), new Side(after)));
    }

    private static Side named(String name, List<WorkloadReport> parts) {
        return new Side(parts.stream().filter(part -> part.name().equals(name)).toList());
    }

    private static Set<String> names(List<WorkloadReport> parts) {
        return parts.stream().map(WorkloadReport::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
