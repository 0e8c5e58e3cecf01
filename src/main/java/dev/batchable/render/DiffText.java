package dev.batchable.render;

import dev.batchable.diff.Comparison;
import dev.batchable.report.Basis.Period;

/// A comparison for people at a terminal: what changed and why, whether moves kept what they promised and at
/// whose cost, then workload by workload.
final class DiffText {
    private DiffText() {}

    static String of(Comparison comparison, RenderOptions options) {
        Page page = new Page(options.width());
        page.hanging(
                "",
                "What changed: " + period(comparison.old().window()) + " against "
                        + period(comparison.now().window()));
        page.blank();
        if (comparison.isUnchanged()) {
            page.paragraph(0, "Nothing: every workload cost, and could save, what it did before.");
        }
        new DiffSummarySection(comparison).write(page);
        new DiffEffectsSection(comparison).write(page);
        new DiffSavingsSection(comparison).write(page);
        new DiffMovedSection(comparison).write(page);
        new DiffServiceSection(comparison).write(page);
        new DiffWorkloadsSection(comparison, options).write(page);
        if (!comparison.notes().isEmpty()) {
            page.heading("To bear in mind");
            comparison.notes().forEach(note -> page.hanging("- ", note));
        }
        return page.toString();
    }

    private static String period(Period window) {
        return window.from() + " to " + window.to().minusDays(1) + " (" + Phrases.plural(window.days(), "day") + ")";
    }
}
