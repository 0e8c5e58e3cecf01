package dev.batchable.render;

import dev.batchable.policy.Glob;
import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadReport;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Finds the one workload that somebody means: by its name, by a beginning that only one name has, or by a glob
/// that only one name matches.
final class WorkloadSearch {
    /// More names than that help nobody choose.
    private static final int MOST_CANDIDATES = 10;

    private WorkloadSearch() {}

    static WorkloadReport find(AuditReport report, String query) {
        Glob glob = Glob.of(query);
        List<Predicate<String>> attempts = List.of(query::equals, name -> name.startsWith(query), glob::matches);
        for (Predicate<String> attempt : attempts) {
            List<WorkloadReport> found = report.workloads().stream()
                    .filter(workload -> attempt.test(workload.name()))
                    .toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw unknown("several workloads match '" + query + "'", found);
            }
        }
        String part = query.toLowerCase(Locale.ROOT);
        List<WorkloadReport> similar = report.workloads().stream()
                .filter(workload -> workload.name().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        throw unknown("no workload is called '" + query + "'", similar.isEmpty() ? report.workloads() : similar);
    }

    private static UnknownWorkloadException unknown(String problem, List<WorkloadReport> candidates) {
        List<String> names = candidates.stream().map(WorkloadReport::name).toList();
        StringBuilder message = new StringBuilder(SafeText.of(problem));
        message.append(names.isEmpty() ? "; the report has none" : "; there " + (names.size() == 1 ? "is" : "are"));
        names.stream()
                .limit(MOST_CANDIDATES)
                .forEach(name -> message.append("\n  ").append(SafeText.of(name)));
        if (names.size() > MOST_CANDIDATES) {
            message.append("\n  and ").append(names.size() - MOST_CANDIDATES).append(" more");
        }
        return new UnknownWorkloadException(message.toString(), names);
    }
}
