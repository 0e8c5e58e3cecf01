package dev.batchable.gate;

import static dev.batchable.gate.WorkloadFixture.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.checklist.Verdict;
import dev.batchable.gate.GatePolicy.Baseline;
import dev.batchable.record.Operation;
import dev.batchable.report.AuditReport;
import org.junit.jupiter.api.Test;

class NewMovesTest {
    private static WorkloadFixture move(String name) {
        return workload(name, Verdict.MOVE, "100").saving("40", "50");
    }

    @Test
    void takesAPartOfAKnownCallerForKnown() {
        AuditReport whole = ReportFixture.of(move("invoices")).build();
        AuditReport parts = ReportFixture.of(move("invoices/chat").part(Operation.CHAT, false))
                .build();
        assertThat(text(parts, whole)).startsWith("No workload that should move is new");
        assertThat(text(whole, parts)).startsWith("No workload that should move is new");
    }

    @Test
    void takesAnotherKindOfWorkOfAKnownCallerForNew() {
        AuditReport chat = ReportFixture.of(move("invoices/chat").part(Operation.CHAT, false))
                .build();
        AuditReport both = ReportFixture.of(
                        move("invoices/chat").part(Operation.CHAT, false),
                        move("invoices/embedding").part(Operation.EMBEDDING, false))
                .build();
        assertThat(text(both, chat))
                .isEqualTo("New since the baseline and should move: invoices/embedding (1 new in all, 0 gone).");
        assertThat(text(chat, both))
                .isEqualTo("No workload that should move is new since the baseline (0 new in all, 1 gone).");
    }

    @Test
    void leavesANewSplitToTheOtherLimits() {
        AuditReport split = ReportFixture.of(
                        workload("label", Verdict.SPLIT, "100").saving("40", "50"))
                .build();
        AuditReport nothing = ReportFixture.of(move("embed")).build();
        assertThat(text(split, nothing))
                .isEqualTo("No workload that should move is new since the baseline (1 new in all, 1 gone).");
    }

    private static String text(AuditReport report, AuditReport baseline) {
        return NewMoves.judge(report, new Baseline(baseline, true)).rule().text();
    }
}
