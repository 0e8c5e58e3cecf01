package dev.batchable.render;

import dev.batchable.checklist.evidence.Wording;
import dev.batchable.record.Tier;
import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.Simulation.Cost;
import dev.batchable.simulate.Simulation.DeferredLevel;
import dev.batchable.simulate.Simulation.Plan;
import dev.batchable.simulate.Simulation.Reasons;
import dev.batchable.simulate.Simulation.Workload;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// One workload of a simulation.
record SimulatedWorkload(Workload workload, Simulation.Setup setup) {
    void on(Page page) {
        page.heading(workload.name() + " on " + workload.plan().target().id());
        page.labelled("Plan", plan(workload.plan()));
        Simulation.Figures figures = workload.figures();
        page.labelled(
                "Calls",
                count(figures.arrived()) + " arrived = " + Spreads.count(figures.completed()) + " on "
                        + workload.plan().target().id() + " + " + Spreads.count(figures.fellBack()) + " fell back + "
                        + Spreads.count(figures.pending()) + " pending at the end");
        page.labelled("In time", inTime(figures));
        page.labelled("Queue age", age(figures.ages()));
        page.labelled("Backlog", backlog(figures));
        if (workload.plan().target() == Tier.BATCH) {
            page.labelled("Batches", batches(figures.batches()));
        }
        workload.money().ifPresent(money -> page.labelled("Money", money(money)));
        page.labelled("Level", level(workload.level()));
        workload.assumptions().forEach(sentence -> page.hanging("  - ", sentence));
    }

    private static String count(long number) {
        return Figures.count(number);
    }

    private static String plan(Plan plan) {
        String share =
                plan.share().compareTo(BigDecimal.ONE) == 0 ? "" : Figures.percent(plan.share()) + " of its calls, ";
        return share + plan.submission().text() + "; results within " + Wording.duration(plan.deadline()) + " ("
                + plan.deadlineOrigin() + "), run again on realtime up to " + Wording.duration(plan.lead())
                + " before that";
    }

    private String inTime(Simulation.Figures figures) {
        return Spreads.percent(figures.hitRate()) + " completed before the deadline; "
                + Spreads.percent(figures.fallbackShare()) + " fell back"
                + reasons(figures.reasons(), workload.plan().target())
                + (Spreads.isZero(figures.late()) ? "" : "; " + Spreads.count(figures.late()) + " of those late");
    }

    private static String reasons(Reasons reasons, Tier target) {
        List<String> parts = new ArrayList<>();
        if (!Spreads.isZero(reasons.cancelled())) {
            parts.add(Spreads.count(reasons.cancelled()) + " taken back in time");
        }
        if (!Spreads.isZero(reasons.expired())) {
            parts.add(Spreads.count(reasons.expired()) + (target == Tier.FLEX ? " timed out" : " expired"));
        }
        if (!Spreads.isZero(reasons.unsent())) {
            parts.add(Spreads.count(reasons.unsent()) + " never submitted");
        }
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    private static String age(Simulation.Ages ages) {
        return "half within " + Spreads.time(ages.p50()) + ", 95 % within " + Spreads.time(ages.p95()) + ", all within "
                + Spreads.time(ages.max());
    }

    private static String backlog(Simulation.Figures figures) {
        return "at most " + Spreads.count(figures.waiting().maxRequests()) + " calls with "
                + Spreads.count(figures.waiting().maxTokens()) + " tokens; on average "
                + Spreads.count(figures.waiting().meanRequests()) + " calls";
    }

    private static String batches(Simulation.Batches batches) {
        return Spreads.count(batches.submitted()) + " submitted, the largest with "
                + Spreads.count(batches.largestRequests()) + " calls and " + Spreads.count(batches.largestTokens())
                + " tokens";
    }

    private String money(Cost cost) {
        String currency = setup.currency();
        return "saves " + Spreads.money(cost.saving(), currency) + " over these days after fallbacks of "
                + Spreads.money(cost.fallback(), currency)
                + (Spreads.isZero(cost.lateCharge())
                        ? ""
                        : " and late charges of " + Spreads.money(cost.lateCharge(), currency))
                + "; the audit projects "
                + Figures.range(cost.projected().low(), cost.projected().expected())
                + " " + currency + " with "
                + Figures.percent(cost.missShare()) + " of calls too late";
    }

    private static String level(DeferredLevel level) {
        return Figures.percent(level.share()) + " of results within "
                + Wording.duration(level.within()) + " of the call"
                + (level.kept() ? "" : ", which is after the deadline: not kept in every run")
                + ". Alert when the oldest call without a result is older than "
                + Wording.duration(level.alertAge()) + ", here " + Spreads.count(level.alerts())
                + " times. Error budget: " + level.errorBudget() + ".";
    }
}
