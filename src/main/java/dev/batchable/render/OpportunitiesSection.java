package dev.batchable.render;

import dev.batchable.report.AuditReport;
import dev.batchable.report.Conclusions.Finding;
import dev.batchable.report.Opportunity;
import dev.batchable.report.Opportunity.Bounds;
import dev.batchable.report.Opportunity.Kind;
import dev.batchable.report.Opportunity.Line;
import dev.batchable.report.Opportunity.Money;
import dev.batchable.report.Opportunity.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Money beside the savings, never added to them.
final class OpportunitiesSection {
    private static final int MOST_NAMED = 3;
    private static final String NEVER_ADDED =
            "Never added to the savings, nor to each other: they may be the same dollars.";

    private final List<Opportunity> opportunities;
    private final String currency;

    OpportunitiesSection(AuditReport report) {
        this.opportunities = report.conclusions().opportunities();
        this.currency = report.basis().currency();
    }

    /// Whether a finding only repeats what stands here.
    static boolean tells(Finding finding) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.id().equals(finding.id()));
    }

    void write(Page page) {
        if (opportunities.isEmpty()) {
            return;
        }
        page.heading("Beside the savings, in " + currency);
        Table table = new Table(
                Table.Column.text("WHAT"), Table.Column.figures("IN THE WINDOW"), Table.Column.figures("A MONTH"));
        List<Row> rows = rows();
        rows.forEach(row -> table.row(
                row.title(),
                amount(row.kind(), row.money().window()),
                amount(row.kind(), row.money().monthly())));
        List<String> lines = table.lines(page.width());
        page.line(lines.get(0));
        for (int i = 0; i < rows.size(); i++) {
            page.line(lines.get(i + 1));
            page.paragraph(4, rows.get(i).text());
        }
        page.paragraph(0, NEVER_ADDED);
    }

    private record Row(Kind kind, String title, Money money, String text) {}

    /// What several workloads could save by a prompt cache is different money, so it is one row.
    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<Opportunity> caches = of(Kind.PROMPT_CACHE);
        if (caches.size() > 1) {
            rows.add(new Row(
                    Kind.PROMPT_CACHE,
                    "prompt cache: " + caches.size() + " workloads",
                    caches.stream().map(Opportunity::money).reduce(Money.NOTHING, Money::plus),
                    cachesText(caches)));
        }
        opportunities.stream()
                .filter(found -> found.kind() != Kind.PROMPT_CACHE || caches.size() == 1)
                .forEach(found -> rows.add(new Row(found.kind(), title(found), found.money(), found.text())));
        return rows;
    }

    private static String cachesText(List<Opportunity> caches) {
        String named = caches.stream()
                .limit(MOST_NAMED)
                .map(found -> found.subject() + " "
                        + Figures.money(found.money().window().high()))
                .collect(Collectors.joining(", "));
        return "Long prompts that hardly ever come from the provider's cache: " + named
                + (caches.size() > MOST_NAMED ? ", and others" : "")
                + ". At most this much, if all prompts of each begin alike, which logs without prompts cannot tell:"
                + " compare a few.";
    }

    private List<Opportunity> of(Kind kind) {
        return opportunities.stream().filter(found -> found.kind() == kind).toList();
    }

    /// What concerns one workload, with its arithmetic.
    void explain(String workload, Page page) {
        List<Opportunity> own = opportunities.stream()
                .filter(found -> found.workloads().contains(workload))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        page.heading("Beside the savings");
        for (Opportunity found : own) {
            page.hanging("- ", title(found) + ": " + moneys(found) + ". " + found.text());
            if (found.workloads().size() == 1) {
                found.lines().forEach(line -> page.paragraph(4, arithmetic(line)));
            }
            found.assumptions().forEach(assumption -> page.hanging("    Assumed: ", assumption));
            if (!found.overlapsWith().isEmpty()) {
                page.paragraph(4, "May hold the same money as: " + String.join(", ", found.overlapsWith()) + ".");
            }
        }
        page.paragraph(0, NEVER_ADDED);
    }

    private String moneys(Opportunity found) {
        Bounds monthly = found.money().monthly();
        return amount(found.kind(), found.money().window()) + " " + currency + " in the window, "
                + (monthly.high().signum() == 0
                        ? "no monthly figure"
                        : amount(found.kind(), monthly) + " " + currency + " a month");
    }

    private static String title(Opportunity found) {
        return switch (found.kind()) {
            case PROMPT_CACHE -> "prompt cache: " + found.subject();
            case RESULT_CACHE -> "cache of results: " + found.subject();
            case TOP_MODEL -> "one model down: " + found.subject();
            case DEFAULT_TIER -> "spend that is " + found.subject();
        };
    }

    private static String amount(Kind kind, Bounds bounds) {
        if (bounds.high().signum() == 0) {
            return "-";
        }
        String high = Figures.money(bounds.high());
        if (kind.isSpend()) {
            return Figures.between(Figures.money(bounds.low()), high);
        }
        return bounds.expected()
                .map(expected -> Figures.money(expected) + ", up to " + high)
                .orElse("up to " + high);
    }

    private static String arithmetic(Line line) {
        String quantity = line.tokenKind()
                .map(kind -> Figures.count(line.quantity()) + " " + kind.id() + " tokens x "
                        + Figures.exact(line.unitPrice().orElse(BigDecimal.ZERO)) + " a million")
                .orElse(Figures.count(line.quantity()) + " calls");
        return (line.side() == Side.NOW ? "now " : "instead ") + quantity + " = " + Figures.exact(line.amount())
                + line.priceRow().map(row -> " (" + row + ")").orElse("");
    }
}
