package dev.batchable.render;

import dev.batchable.report.Arithmetic.Line;
import dev.batchable.report.Arithmetic.Place;
import dev.batchable.report.Arithmetic.Rated;
import dev.batchable.report.Arithmetic.Target;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.SavingReport;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The arithmetic, line by line: quantity × price, what the same costs on each target, and what a move saves.
final class ArithmeticSection {

    private final WorkloadReport workload;
    private final String currency;

    ArithmeticSection(WorkloadReport workload, AuditReport report) {
        this.workload = workload;
        this.currency = report.basis().currency();
    }

    void write(Page page) {
        page.heading("Arithmetic, in " + currency);
        Map<Place, List<Line>> places = workload.arithmetic().lines().stream()
                .collect(Collectors.groupingBy(Line::place, LinkedHashMap::new, Collectors.toList()));
        places.forEach((place, lines) -> place(page, place, lines));
        BigDecimal sum =
                workload.arithmetic().lines().stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        page.line("sum of lines: " + Figures.exact(sum));
        page.blank();
        page.hanging("", "On other tiers (low = pessimistic / expected / high):");
        workload.arithmetic().targets().forEach(target -> target(page, target));
        workload.saving().ifPresent(saving -> saving(page, saving));
    }

    private static void place(Page page, Place place, List<Line> lines) {
        page.hanging(
                "", place.provider() + " " + place.model() + ", " + place.tier().id() + ", " + place.band());
        for (Line line : lines) {
            page.hanging("  ", product(line));
            line.priceRow()
                    .ifPresent(row ->
                            page.hanging("      ", (line.isLogged() ? "split by price row " : "price row ") + row));
            line.targetAmount().ifPresent(amount -> page.hanging("      ", "on the target tier " + three(amount)));
        }
    }

    private static String product(Line line) {
        String amount = " = " + Figures.exact(line.amount());
        return line.tokenKind()
                .map(kind -> kind.id() + ": " + Figures.count(line.quantity()) + " tokens"
                        + line.unitPrice()
                                .map(price -> " x " + Figures.exact(price) + " per million")
                                .orElse("")
                        + amount
                        + (line.isLogged() ? ", as logged" : ""))
                .orElseGet(() -> Phrases.plural(line.quantity(), "call") + " at their logged cost" + amount);
    }

    private static void target(Page page, Target target) {
        target.rated().ifPresent(rated -> rated(page, target.tier().id(), rated));
        target.unrated()
                .ifPresent(unrated -> page.hanging("  " + target.tier().id() + ": ", "no saving: " + unrated.reason()));
    }

    private static void rated(Page page, String tier, Rated rated) {
        page.hanging(
                "  " + tier + ": ",
                Figures.exact(rated.movable()) + " movable would cost " + three(rated.cost())
                        + (rated.unmatched().signum() == 0
                                ? ""
                                : "; another " + Figures.exact(rated.unmatched())
                                        + " has no price on both tiers, so no saving is claimed for it"));
    }

    private void saving(Page page, SavingReport saving) {
        page.blank();
        page.hanging(
                "",
                "Saving = (movable - target) x (1 - missed) - charge for results that came too late"
                        + workload.decision()
                                .share()
                                .filter(share -> share.compareTo(BigDecimal.ONE) < 0)
                                .map(share -> ", times the share that moves, " + Figures.percent(share))
                                .orElse(""));
        page.hanging(
                "  missed:  ",
                Figures.percent(saving.queue().missShareLow()) + " / " + Figures.percent(saving.missShare())
                        + " / " + Figures.percent(saving.queue().missShareHigh()) + " run again on realtime"
                        + inTurn(saving.queue().parts()));
        page.hanging("  window:  ", three(saving.window()));
        page.hanging(
                "  month:   ",
                three(saving.monthly()) + ", window x " + three(workload.spend().monthlyFactor())
                        + ", at the prices of the as-of day");
        page.hanging(
                "  naively: ",
                Figures.exact(saving.naive())
                        + ", the discount on plain input times what could move: not what is claimed here");
        new NetNote(currency).write(page, saving.after());
        saving.assumptions().forEach(assumption -> page.hanging("  - ", assumption));
    }

    private static String inTurn(long parts) {
        return parts == 1 ? "" : ", in " + Figures.count(parts) + " parts, each once the one before is done";
    }

    private static String three(Estimate estimate) {
        return Figures.exact(estimate.low()) + " / " + Figures.exact(estimate.expected()) + " / "
                + Figures.exact(estimate.high());
    }
}
