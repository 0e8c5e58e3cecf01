package dev.batchable.render;

import dev.batchable.checklist.Verdict;
import dev.batchable.report.Decision.Decides;
import dev.batchable.report.Handling.WaiverReport;
import dev.batchable.report.Handling.WaiverStatus;
import dev.batchable.report.WorkloadReport;
import dev.batchable.report.WorkloadSpend.Unpriced;
import java.util.List;

/// The lines below a workload's row: why, what is in the way or missing, and what to do next.
final class WorkloadNote {
    private static final int INDENT = 4;
    private static final String LEAD = " ".repeat(INDENT);

    private final WorkloadReport workload;
    private final String currency;

    WorkloadNote(WorkloadReport workload, String currency) {
        this.workload = workload;
        this.currency = currency;
    }

    void write(Page page) {
        page.paragraph(INDENT, Phrases.sentence(workload.decision().because()));
        details(page);
    }

    /// All but the reason.
    void details(Page page) {
        if (workload.verdict() == Verdict.UNDECIDED) {
            workload.decision().decides().ifPresent(decides -> decides(page, decides));
        }
        listed(page, "In the way: ", workload.decision().blockers());
        listed(page, "Not in place: ", workload.handling().controls().missing());
        workload.saving()
                .filter(saving -> workload.recommended())
                .flatMap(saving -> saving.deadlineAssumed())
                .ifPresent(
                        deadline -> note(page, "Assumed: ", deadline + "; declare max_latency if that is too late."));
        workload.handling().waiver().ifPresent(waiver -> note(page, "Waiver: ", waiver(waiver)));
        unpriced(page);
        note(page, "Next: ", workload.decision().nextStep());
    }

    private void decides(Page page, Decides decides) {
        String worth = Phrases.worth(workload, currency)
                .map(money -> " Worth up to " + money + ".")
                .orElse("");
        note(page, "Decides: ", decides.question().text() + worth);
        decides.outcomes()
                .forEach(outcome -> page.hanging(LEAD + "  - ", Phrases.outcome(outcome, workload, currency) + "."));
    }

    private void unpriced(Page page) {
        Unpriced unpriced = workload.spend().unpriced();
        if (unpriced.requests() > 0 || unpriced.tokens() > 0) {
            note(
                    page,
                    "Not priced: ",
                    Phrases.plural(unpriced.requests(), "call") + ", " + Phrases.plural(unpriced.tokens(), "token")
                            + (unpriced.models().isEmpty() ? "" : " of " + String.join(", ", unpriced.models()))
                            + "; in no amount.");
        }
    }

    private static String waiver(WaiverReport waiver) {
        return waiver.owner() + ", until " + waiver.expires() + ": " + waiver.reason() + " (" + status(waiver.status())
                + ")";
    }

    private static String status(WaiverStatus status) {
        return switch (status) {
            case IN_FORCE -> "in force";
            case EXPIRED -> "expired, excuses nothing";
            case ABOVE_CEILING -> "spend is above its ceiling, excuses nothing";
            case CEILING_UNKNOWN -> "no exchange rate for its ceiling, excuses nothing";
        };
    }

    private static void listed(Page page, String label, List<String> items) {
        if (!items.isEmpty()) {
            note(page, label, String.join(", ", items));
        }
    }

    private static void note(Page page, String label, String text) {
        page.hanging(LEAD + label, text);
    }
}
