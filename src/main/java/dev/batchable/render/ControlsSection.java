package dev.batchable.render;

import dev.batchable.checklist.Judgement.ControlStatus;
import dev.batchable.report.Handling.ControlReport;
import java.util.List;

/// What protects the calls that stay realtime: each control, whether it is in place, and what the logs show.
final class ControlsSection {
    private final List<ControlReport> controls;

    ControlsSection(List<ControlReport> controls) {
        this.controls = controls;
    }

    void write(Page page) {
        if (controls.isEmpty()) {
            return;
        }
        page.heading("What protects what stays realtime");
        controls.forEach(control ->
                page.hanging("- ", control.name() + ": " + status(control.status()) + "; " + control.found()));
    }

    private static String status(ControlStatus status) {
        return switch (status) {
            case DECLARED -> "declared";
            case OBSERVED -> "seen in the logs";
            case MISSING -> "missing";
        };
    }
}
