package dev.batchable.render;

import dev.batchable.checklist.Verdict;
import dev.batchable.report.AuditReport;
import dev.batchable.report.Basis.Period;
import dev.batchable.report.Estimate;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.InputFigures;
import dev.batchable.report.InputFigures.Kind;
import dev.batchable.report.Totals;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The first lines: what was read, what was spent, what could be saved, and what would decide the most.
final class SummarySection {
    private final AuditReport report;
    private final Totals totals;
    private final String currency;

    SummarySection(AuditReport report) {
        this.report = report;
        this.totals = report.totals();
        this.currency = report.basis().currency();
    }

    void write(Page page) {
        page.hanging("", "AI spend that nobody waits for: " + period(report));
        page.blank();
        page.labelled("Sources", sources(report));
        page.labelled("Spend", spend());
        page.labelled("Savings", savings());
        new NetNote(currency).ofTotals(report.savings().after()).ifPresent(text -> page.labelled("", text));
        oneOffs().ifPresent(text -> page.labelled("", text));
        assumedDeadlines().ifPresent(text -> page.labelled("", text));
        page.labelled("Undecided", undecided());
        blocked().ifPresent(text -> page.labelled("Blocked", text));
        waste().ifPresent(text -> page.labelled("Waste", text));
        totals.tierSaving()
                .filter(saving -> saving.signum() > 0)
                .ifPresent(saving -> page.labelled(
                        "Priority", money(saving) + " over the window for priority where standard would do"));
        gate(page);
    }

    static String period(AuditReport report) {
        Period period = report.basis().window();
        long missing = period.days() - period.observedDays();
        return period.from() + " to " + period.to().minusDays(1) + " (" + Phrases.plural(period.days(), "day") + ", "
                + zone(period)
                + (missing == 0 ? ")" : "; " + Phrases.plural(missing, "day") + " not wholly observed)");
    }

    private static String zone(Period period) {
        return period.timeZone().equals(ZoneOffset.UTC)
                ? "UTC"
                : period.timeZone().toString();
    }

    static String sources(AuditReport report) {
        List<InputFigures> inputs = report.sources().inputs();
        List<String> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = inputs.stream().filter(input -> input.kind() == kind).count();
            if (count > 0) {
                kinds.add(Phrases.plural(count, noun(kind)));
            }
        }
        InputFigures.Units units =
                inputs.stream().map(InputFigures::units).reduce(InputFigures.Units.NONE, InputFigures.Units::plus);
        String read = kinds.isEmpty() ? "none" : String.join(", ", kinds);
        return read + "; " + Phrases.plural(units.units(), "unit") + " read, " + Figures.count(units.problems())
                + " not usable" + filesNotRead(report);
    }

    private static String filesNotRead(AuditReport report) {
        long files = report.sources().fileProblems().size();
        return files == 0 ? "" : "; " + Phrases.plural(files, "file") + " not usable at all";
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case REQUESTS -> "request log";
            case USAGE -> "usage export";
            case BILLING -> "bill";
        };
    }

    private String spend() {
        long unpriced = totals.unpriced().requests();
        if (unpriced == 0) {
            return pricedSpend();
        }
        String calls = Phrases.plural(unpriced, "call");
        return totals.spend().total().signum() == 0
                ? "not known: " + calls + " without a price"
                : pricedSpend() + "; " + calls + " without a price are in no amount";
    }

    /// The parts as shown add up to the total as shown.
    private String pricedSpend() {
        Totals.TierSpend spend = totals.spend();
        Apportioned shown =
                Apportioned.of(List.of(spend.realtime(), spend.deferred(), spend.provisioned(), spend.unknownTier()));
        StringBuilder text = new StringBuilder(
                shown.total() + " " + currency + ": " + shown.parts().get(0)
                        + " realtime" + shareOf(spend.realtime(), spend.total()) + ", "
                        + shown.parts().get(1)
                        + " on batch or flex already");
        if (spend.provisioned().signum() != 0) {
            text.append(", ").append(shown.parts().get(2)).append(" provisioned");
        }
        if (spend.unknownTier().signum() != 0) {
            text.append(", ").append(shown.parts().get(3)).append(" on a tier not known");
        }
        return text.toString();
    }

    private String savings() {
        Estimate monthly = report.savings().monthly();
        if (report.workloads().stream().noneMatch(SummarySection::isRecurringMove)) {
            return "nothing found that is proven able to wait, month after month";
        }
        BigDecimal whole = totals.shadows().monthlyRealtime();
        String percent = whole.signum() == 0
                ? ""
                : ", "
                        + Figures.between(
                                Figures.percent(Figures.share(monthly.low(), whole)),
                                Figures.percent(Figures.share(monthly.expected(), whole)))
                        + " of monthly realtime spend";
        return Figures.range(monthly) + " " + currency + " a month (low to expected)" + percent;
    }

    private static boolean isRecurringMove(WorkloadReport workload) {
        return workload.recommended() && !workload.isOneOff();
    }

    private Optional<String> oneOffs() {
        Estimate once = report.workloads().stream()
                .filter(workload -> workload.recommended() && workload.isOneOff())
                .flatMap(workload -> workload.saving().stream())
                .map(saving -> saving.window())
                .reduce(Estimate.ZERO, Estimate::plus);
        return once.equals(Estimate.ZERO)
                ? Optional.empty()
                : Optional.of("one-off work would have saved another " + Figures.range(once) + " " + currency
                        + " in this window");
    }

    private Optional<String> assumedDeadlines() {
        BigDecimal assumed = report.savings().ofWhichDeadlineAssumed();
        return assumed.signum() == 0
                ? Optional.empty()
                : Optional.of(money(assumed) + " a month of that (expected) rests on deadlines nobody declared");
    }

    private String undecided() {
        List<WorkloadReport> undecided = report.workloads().stream()
                .filter(w -> w.verdict() == Verdict.UNDECIDED)
                .toList();
        if (undecided.isEmpty()) {
            return "nothing";
        }
        BigDecimal spend = totals.shadows().undecided();
        String text = money(spend) + " realtime" + shareOf(spend, totals.spend().realtime()) + " in "
                + Phrases.plural(undecided.size(), "workload");
        return text
                + undecided.stream()
                        .filter(workload -> workload.decision().decides().isPresent())
                        .max(Comparator.comparing(WorkloadReport::atStake))
                        .map(this::decidesTheMost)
                        .orElse("");
    }

    private String decidesTheMost(WorkloadReport workload) {
        return workload.decision()
                .decides()
                .map(decides -> "; what decides the most: " + Phrases.declare(decides.question(), workload.name())
                        + Phrases.worth(workload, currency)
                                .map(worth -> ", worth up to " + worth)
                                .orElse(""))
                .orElse("");
    }

    private Optional<String> blocked() {
        BigDecimal blocked = totals.shadows().blocked();
        return blocked.signum() == 0
                ? Optional.empty()
                : Optional.of(money(blocked) + " realtime could wait, but something named stands in the way");
    }

    private Optional<String> waste() {
        BigDecimal waste = totals.shadows().waste();
        return waste.signum() == 0
                ? Optional.empty()
                : Optional.of(money(waste) + " went to failed attempts and repeats");
    }

    void gate(Page page) {
        GateOutcome gate = report.conclusions().gate();
        page.labelled("Gate", gate.status() == GateOutcome.Status.NOT_ASKED ? "not asked" : status(gate.status()));
        for (RuleOutcome rule : gate.rules()) {
            page.labelled("", rule.rule() + " " + status(rule.status()) + ": " + rule.text());
        }
    }

    private static String status(GateOutcome.Status status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shareOf(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? "" : " (" + Figures.percent(Figures.share(part, whole)) + ")";
    }

    private String money(BigDecimal amount) {
        return Figures.money(amount, currency);
    }
}
