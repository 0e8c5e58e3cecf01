package dev.batchable.report.assembly;

import dev.batchable.price.catalog.PriceRow;
import dev.batchable.record.Tier;
import dev.batchable.report.Appendix;
import dev.batchable.report.WorkloadReport;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The rows of the price book that a report used: those its lines, its opportunities and the rates of the bill name,
/// and beside each the row of the same model, token kind and band on the target tier, so that both sides of a saving
/// can
/// be looked up.
final class PriceRowSelection {
    private PriceRowSelection() {}

    /// @param others ids of rows that are named elsewhere
    static List<Appendix.PriceRow> used(List<PriceRow> book, List<WorkloadReport> workloads, Set<String> others) {
        Set<String> named = new HashSet<>(others);
        Set<Wanted> targets = new HashSet<>();
        for (WorkloadReport workload : workloads) {
            workload.arithmetic()
                    .lines()
                    .forEach(line -> line.priceRow().ifPresent(id -> {
                        named.add(id);
                        workload.decision().target().ifPresent(target -> targets.add(new Wanted(id, target)));
                    }));
        }
        Set<Counterpart> counterparts = new HashSet<>();
        book.stream()
                .flatMap(row -> targets.stream()
                        .filter(wanted -> wanted.id().equals(row.id()))
                        .map(wanted -> new Counterpart(on(wanted.tier(), row.subject()), routing(row))))
                .forEach(counterparts::add);
        return book.stream()
                .filter(row ->
                        named.contains(row.id()) || counterparts.contains(new Counterpart(row.subject(), routing(row))))
                .sorted(Comparator.comparing(PriceRow::id))
                .map(PriceRowSelection::row)
                .toList();
    }

    private record Wanted(String id, Tier tier) {}

    /// A row on the target tier, under the same regional surcharge.
    private record Counterpart(PriceRow.Subject subject, String routing) {}

    /// Ids end in the first day, and in `@` and the name of the surcharge where there is one.
    private static String routing(PriceRow row) {
        int surcharge = row.id().indexOf('@', row.id().lastIndexOf('/'));
        return surcharge < 0 ? "" : row.id().substring(surcharge);
    }

    private static PriceRow.Subject on(Tier tier, PriceRow.Subject subject) {
        return new PriceRow.Subject(subject.provider(), subject.model(), tier, subject.kind(), subject.band());
    }

    private static Appendix.PriceRow row(PriceRow row) {
        PriceRow.Subject subject = row.subject();
        return new Appendix.PriceRow(
                row.id(),
                new Appendix.Subject(
                        subject.provider(), subject.model(), subject.tier(), subject.kind(), subject.band()),
                row.perMillion(),
                row.currency(),
                new Appendix.Validity(row.validity().from(), row.validity().until()),
                new Appendix.Origin(
                        row.source().url(),
                        row.source().observedAt(),
                        row.source().confidence().name().toLowerCase(Locale.ROOT)),
                row.note());
    }
}
