package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Estimate;
import dev.batchable.report.WorkloadReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The workloads by money at stake, each with its figures, the reason and the next step. Those not listed are
/// summed in one row, so that the columns add up to the totals whatever was asked for.
final class WorkloadSection {
    private final AuditReport report;
    private final List<WorkloadReport> listed;
    private final List<WorkloadReport> others;
    private final String currency;

    WorkloadSection(AuditReport report, RenderOptions options) {
        this.report = report;
        this.currency = report.basis().currency();
        this.listed = report.workloads().stream()
                .filter(workload -> options.workload()
                        .map(glob -> glob.matches(workload.name()))
                        .orElse(true))
                .limit(options.top().orElse(Integer.MAX_VALUE))
                .toList();
        this.others =
                report.workloads().stream().filter(w -> !listed.contains(w)).toList();
    }

    void write(Page page) {
        page.heading("Workloads by money at stake");
        if (report.workloads().isEmpty()) {
            page.line("none");
            return;
        }
        List<String> rows = table().lines(page.width());
        page.line(rows.get(0));
        for (int i = 0; i < listed.size(); i++) {
            page.line(rows.get(i + 1));
            new WorkloadNote(listed.get(i), currency).write(page);
        }
        rows.subList(listed.size() + 1, rows.size()).forEach(page::line);
        page.blank();
        page.paragraph(
                0,
                "Savings: low to expected. In brackets: not recommended, in no total. \"?\": what the missing fact"
                        + " decides. \"once\": one-off work, over the window, in no monthly total. The answers,"
                        + " arithmetic and recipe of one: batchable explain WORKLOAD.");
    }

    private Table table() {
        Table table = new Table(
                Table.Column.text("WORKLOAD"),
                Table.Column.text("VERDICT"),
                Table.Column.figures("REALTIME " + currency),
                Table.Column.figures("SAVES " + currency + "/MONTH"));
        Apportioned realtime =
                Apportioned.of(sums(workload -> workload.spend().tiers().realtime()));
        Apportioned low = Apportioned.of(sums(workload -> counted(workload).low()));
        Apportioned expected = Apportioned.of(sums(workload -> counted(workload).expected()));
        for (int i = 0; i < listed.size(); i++) {
            WorkloadReport workload = listed.get(i);
            String shown = Figures.between(low.parts().get(i), expected.parts().get(i));
            table.row(
                    workload.name(), Phrases.verdict(workload), realtime.parts().get(i), saves(workload, shown));
        }
        int last = listed.size();
        if (!others.isEmpty()) {
            String shown =
                    Figures.between(low.parts().get(last), expected.parts().get(last));
            table.row("(" + others.size() + " more)", "", realtime.parts().get(last), shown);
        }
        return table.row("TOTAL", "", realtime.total(), Figures.between(low.total(), expected.total()));
    }

    private interface Amount {
        BigDecimal of(WorkloadReport workload);
    }

    private List<BigDecimal> sums(Amount amount) {
        List<BigDecimal> sums = new ArrayList<>();
        listed.forEach(workload -> sums.add(amount.of(workload)));
        if (!others.isEmpty()) {
            sums.add(others.stream().map(amount::of).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        return sums;
    }

    /// What a workload adds to the monthly total.
    private static Estimate counted(WorkloadReport workload) {
        return workload.saving()
                .filter(saving -> workload.recommended())
                .map(saving -> saving.monthly())
                .orElse(Estimate.ZERO);
    }

    private static String saves(WorkloadReport workload, String shown) {
        if (workload.recommended()) {
            return workload.isOneOff()
                    ? workload.saving()
                            .map(saving -> "once " + Figures.range(saving.window()))
                            .orElse("-")
                    : shown;
        }
        String once = workload.isOneOff() ? "once " : "";
        Optional<String> decides = workload.decision()
                .decides()
                .map(open -> workload.atStake().signum() == 0 ? "?" : "? " + once + Figures.money(workload.atStake()));
        return decides.or(() -> workload.saving()
                        .map(saving -> workload.isOneOff() ? saving.window() : saving.monthly())
                        .map(saving -> "(" + once + Figures.range(saving) + ")"))
                .orElse("-");
    }
}
