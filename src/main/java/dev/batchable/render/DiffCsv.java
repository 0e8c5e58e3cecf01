package dev.batchable.render;

import dev.batchable.checklist.Verdict;
import dev.batchable.diff.Comparison;
import dev.batchable.diff.Effects;
import dev.batchable.diff.SavingChange;
import dev.batchable.diff.WorkloadChange;
import dev.batchable.diff.WorkloadChange.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One row per workload with the parts of its change, all figures exact, so that every column sums to the total
/// and every row to its change.
final class DiffCsv {
    private static final String END_OF_RECORD = "\r\n";

    private DiffCsv() {}

    private record Column(String name, Function<WorkloadChange, CsvCell> cell) {}

    static String of(Comparison comparison) {
        List<Column> columns = Stream.of(identity(comparison), effects(), savings())
                .flatMap(List::stream)
                .toList();
        return Stream.concat(
                        Stream.of(columns.stream().map(Column::name).collect(Collectors.joining(","))),
                        comparison.workloads().stream()
                                .map(workload -> columns.stream()
                                        .map(column ->
                                                column.cell.apply(workload).text())
                                        .collect(Collectors.joining(","))))
                .map(row -> row + END_OF_RECORD)
                .collect(Collectors.joining());
    }

    private static List<Column> identity(Comparison comparison) {
        return List.of(
                new Column("workload", w -> CsvCell.of(w.name())),
                new Column("oldVerdict", w -> verdict(w.old())),
                new Column("newVerdict", w -> verdict(w.now())),
                new Column("currencyCode", w -> CsvCell.of(comparison.currency())),
                new Column("unit", w -> CsvCell.of(comparison.footing().unit())),
                new Column("oldAnswered", w -> answered(w.old())),
                new Column("newAnswered", w -> answered(w.now())));
    }

    private static List<Column> effects() {
        return List.of(
                figure("oldSpend", WorkloadChange::oldSpend),
                figure("newSpend", WorkloadChange::newSpend),
                figure("change", WorkloadChange::change),
                effect("volume", Effects::volume),
                effect("prompts", e -> e.behaviour().prompts()),
                effect("caching", e -> e.behaviour().caching()),
                effect("answers", e -> e.behaviour().answers()),
                effect("untold", e -> e.behaviour().untold()),
                effect("models", e -> e.mix().models()),
                effect("tiers", e -> e.mix().tiers()),
                effect("price", Effects::price));
    }

    private static List<Column> savings() {
        return List.of(
                saving("oldSavings", SavingChange::old),
                saving("newSavings", SavingChange::now),
                saving("savingsMoved", SavingChange::moved),
                saving("savingsVolume", SavingChange::volume),
                saving("savingsBehaviour", SavingChange::behaviour),
                saving("savingsMix", SavingChange::mix),
                saving("savingsPrice", SavingChange::price),
                saving("savingsVerdict", SavingChange::verdict),
                saving("savingsTerms", SavingChange::terms));
    }

    private static Column figure(String name, Function<WorkloadChange, BigDecimal> figure) {
        return new Column(name, workload -> CsvCell.of(figure.apply(workload)));
    }

    private static Column effect(String name, Function<Effects, BigDecimal> part) {
        return figure(name, workload -> part.apply(workload.effects()));
    }

    /// Of the low estimate, which gates judge.
    private static Column saving(String name, Function<SavingChange, BigDecimal> part) {
        return figure(name, workload -> part.apply(workload.savings().low()));
    }

    private static CsvCell verdict(Optional<Standing> standing) {
        return standing.map(one ->
                        CsvCell.of(one.verdicts().stream().map(Verdict::id).toList()))
                .orElse(CsvCell.NONE);
    }

    private static CsvCell answered(Optional<Standing> standing) {
        if (standing.isEmpty()) {
            return CsvCell.NONE;
        }
        return standing.get().answered().isPresent()
                ? CsvCell.of(standing.get().answered().getAsLong())
                : CsvCell.UNKNOWN;
    }
}
