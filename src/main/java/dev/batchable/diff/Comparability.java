package dev.batchable.diff;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis;
import dev.batchable.report.Basis.Period;
import dev.batchable.report.Basis.PolicyFile;
import dev.batchable.report.WorkloadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Whether two reports can be compared, and what to bear in mind where they can.
final class Comparability {
    private final AuditReport old;
    private final AuditReport now;
    private final List<String> notes = new ArrayList<>();

    private Comparability(AuditReport old, AuditReport now) {
        this.old = old;
        this.now = now;
    }

    static void check(AuditReport old, AuditReport now) throws IncomparableException {
        String before = old.basis().currency();
        String after = now.basis().currency();
        if (!before.equals(after)) {
            throw new IncomparableException("the older report is in " + before + ", the newer one in " + after
                    + "; audit both with one --currency and exchange rates in the policy");
        }
        Period first = old.basis().window();
        Period second = now.basis().window();
        if (first.from().isAfter(second.from())) {
            throw new IncomparableException("the older report comes first, but its days begin on " + first.from()
                    + " and those of the other on " + second.from() + "; swap the two");
        }
        if (old.billAlone().isPresent() || now.billAlone().isPresent()) {
            throw new IncomparableException("a report that was made from a bill alone has no workloads to compare;"
                    + " audit the request logs of the same days with it");
        }
    }

    static List<String> notes(AuditReport old, AuditReport now, List<Subject> subjects) {
        Comparability comparability = new Comparability(old, now);
        comparability.basis(old.basis(), now.basis());
        comparability.windows(old.basis().window(), now.basis().window());
        subjects.forEach(comparability::parts);
        comparability.unknown("The older", old);
        comparability.unknown("The newer", now);
        return comparability.notes;
    }

    private void basis(Basis before, Basis after) {
        note(
                !before.catalog().sha256().equals(after.catalog().sha256()),
                "The reports rest on different price catalogs ("
                        + before.catalog().version() + " and " + after.catalog().version()
                        + "), so a price effect may be a correction of the catalog.");
        note(
                !Objects.equals(
                        before.policy().map(PolicyFile::sha256), after.policy().map(PolicyFile::sha256)),
                "The reports rest on different policies, so names, answers and verdicts may differ for that reason.");
        note(
                !before.tool().version().equals(after.tool().version()),
                "The reports were made by batchable " + before.tool().version() + " and "
                        + after.tool().version() + ".");
        note(
                !priceBasis(old).equals(priceBasis(now)),
                "Costs were taken from different sources (--cost, or other logs), so a price effect may be one of"
                        + " those.");
        note(
                !before.window().timeZone().equals(after.window().timeZone()),
                "The days of the two are of different time zones.");
    }

    private void windows(Period before, Period after) {
        note(
                after.from().isBefore(before.to()) && !before.from().equals(after.from()),
                "The windows overlap, so some calls stand in both.");
        unobserved("older", before);
        unobserved("newer", after);
    }

    private void unobserved(String which, Period window) {
        long missing = window.days() - window.observedDays();
        note(
                missing > 0,
                missing + " of the " + window.days() + " days of the " + which + " report were not wholly observed:"
                        + " part of a volume effect may be missing logs.");
    }

    private void parts(Subject subject) {
        note(
                subject.isMerged(),
                subject.name() + " has other parts than before (" + names(subject.old()) + "; now "
                        + names(subject.now()) + "), so they are compared together.");
    }

    private static String names(Side side) {
        return side.parts().stream().map(WorkloadReport::name).sorted().collect(Collectors.joining(", "));
    }

    private void unknown(String which, AuditReport report) {
        long unpriced = report.totals().unpriced().requests();
        note(unpriced > 0, which + " report has " + unpriced + " calls without a price; they are in no amount.");
    }

    /// The kinds of source that amounts come from, which the report says in its assumptions.
    private static List<Boolean> priceBasis(AuditReport report) {
        List<String> said = report.conclusions().assumptions();
        return List.of(
                said.stream().anyMatch(text -> text.startsWith("amounts are the logged cost")),
                said.stream().anyMatch(text -> text.contains("catalog list prices")));
    }

    private void note(boolean applies, String text) {
        if (applies) {
            notes.add(text);
        }
    }
}
