package dev.batchable.render;

import dev.batchable.report.AfterMove;
import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.AfterMove.Payback;
import dev.batchable.report.Estimate;
import dev.batchable.report.NetTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is left of a saving once delay and effort are paid.
final class NetNote {
    private final String currency;

    NetNote(String currency) {
        this.currency = currency;
    }

    /// For the summary; empty where neither a cost of delay nor an effort makes a difference.
    Optional<String> ofTotals(NetTotals totals) {
        List<String> parts = new ArrayList<>();
        if (totals.net().isEmpty()) {
            parts.add("net of what delay costs not known: a move's cost of delay is not");
        } else if (!totals.net().get().deferralCost().equals(Estimate.ZERO)) {
            Estimate net = totals.net().get().monthly();
            parts.add(Figures.range(net) + " " + currency + " a month net of what delay costs");
        }
        totals.effort()
                .ifPresent(effort -> parts.add(Figures.money(effort, currency) + " once to move"
                        + (totals.effortUndeclared() == 0
                                ? ""
                                : " (" + Phrases.plural(totals.effortUndeclared(), "move")
                                        + " without a declared effort)")
                        + totals.payback()
                                .map(payback -> ", " + earnedBack(payback))
                                .orElse("")));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    /// For the arithmetic of one workload.
    void write(Page page, AfterMove after) {
        page.hanging("  net:     ", after.net().map(NetNote::net).orElse("not known"));
        after.effort()
                .ifPresent(effort -> page.hanging(
                        "  effort:  ",
                        Figures.exact(effort) + " once, "
                                + after.payback().map(NetNote::earnedBack).orElse("payback not known")));
        after.costPerSuccess()
                .ifPresent(cost -> page.hanging("  success: ", three(cost) + " for each outcome after the move"));
    }

    private static String net(Net net) {
        return three(net.monthly()) + " a month, after " + three(net.deferralCost()) + " for delay";
    }

    private static String earnedBack(Payback payback) {
        if (payback.expected().isEmpty()) {
            return "never earned back: a month leaves nothing of the saving";
        }
        return "earned back in " + months(payback.expected()) + " months expected, " + months(payback.low())
                + " at the low saving";
    }

    private static String months(Optional<BigDecimal> months) {
        return months.map(BigDecimal::toPlainString).orElse("never");
    }

    private static String three(Estimate estimate) {
        return Figures.exact(estimate.low()) + " / " + Figures.exact(estimate.expected()) + " / "
                + Figures.exact(estimate.high());
    }
}
