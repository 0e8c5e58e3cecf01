package dev.batchable.diff;

import dev.batchable.diff.ServiceChange.Role;
import dev.batchable.report.Appendix.Member;
import dev.batchable.report.Appendix.QuotaDomain;
import dev.batchable.report.AuditReport;
import dev.batchable.report.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How moved work and the work that users wait on were served before and after.
///
/// A move that pays for itself with timeouts is none, and work moved out of a rate limit should leave the others
/// in it better off: whom users wait on and who shares a limit with what was moved is taken from both reports.
final class ServiceReview {
    private final AuditReport old;
    private final AuditReport now;
    private final List<Subject> subjects;

    ServiceReview(AuditReport old, AuditReport now, List<Subject> subjects) {
        this.old = old;
        this.now = now;
        this.subjects = subjects;
    }

    List<ServiceChange> changes() {
        List<Subject> moved = subjects.stream().filter(Subject::isMoved).toList();
        List<Subject> facing = subjects.stream()
                .filter(subject ->
                        subject.old().isCustomerFacing() && subject.now().isCustomerFacing())
                .toList();
        Set<String> near = near(moved);
        List<ServiceChange> changes = new ArrayList<>();
        moved.forEach(subject -> changes.add(change(subject, Role.MOVED)));
        facing.forEach(subject -> changes.add(change(
                subject,
                names(subject).anyMatch(near::contains) ? Role.CUSTOMER_FACING_SAME_QUOTA : Role.CUSTOMER_FACING)));
        if (facing.size() > 1) {
            changes.add(ServiceChange.of(
                    ServiceChange.ALL_CUSTOMER_FACING,
                    Role.CUSTOMER_FACING,
                    together(facing, Subject::old),
                    together(facing, Subject::now)));
        }
        return changes;
    }

    private static Service together(List<Subject> subjects, Function<Subject, Side> side) {
        return Service.of(new Side(subjects.stream()
                .flatMap(one -> side.apply(one).parts().stream())
                .toList()));
    }

    private static ServiceChange change(Subject subject, Role role) {
        return ServiceChange.of(subject.name(), role, Service.of(subject.old()), Service.of(subject.now()));
    }

    private static Stream<String> names(Subject subject) {
        return Stream.of(subject.old(), subject.now())
                .flatMap(side -> side.parts().stream())
                .map(WorkloadReport::name);
    }

    /// Everybody who shares a rate limit with one of these in one of the reports.
    private Set<String> near(List<Subject> moved) {
        Set<String> movers = moved.stream().flatMap(ServiceReview::names).collect(Collectors.toSet());
        return Stream.of(old, now)
                .flatMap(report -> report.appendix().quotaDomains().stream())
                .filter(domain -> names(domain).anyMatch(movers::contains))
                .flatMap(ServiceReview::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(QuotaDomain domain) {
        return domain.members().stream().map(Member::workload);
    }
}
