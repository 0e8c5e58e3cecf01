package dev.batchable.gate;

import dev.batchable.report.AuditReport;
import dev.batchable.report.GateOutcome;
import dev.batchable.report.GateOutcome.RuleOutcome;
import dev.batchable.report.GateOutcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Judges a report against its limits (`docs/gate.md`).
///
/// Each limit is judged by itself; then the gravest status counts, with one refinement. A failure that rests on
/// the proven low end of the savings stands however poor the coverage is: more evidence could only add to it. A
/// failure that rests on the expected saving alone is no more than a guess while coverage or the undecided
/// share are beyond what was allowed, and gives way to `inconclusive`.
public final class Gate {
    private final AuditReport report;
    private final GatePolicy policy;

    private Gate(AuditReport report, GatePolicy policy) {
        this.report = report;
        this.policy = policy;
    }

    public static GateResult judge(AuditReport report, GatePolicy policy) {
        Gate gate = new Gate(report, policy);
        return new GateResult(gate.outcome(), WaiverFindings.of(report, policy.waivers()));
    }

    private GateOutcome outcome() {
        SavingLimits savings = new SavingLimits(report, policy);
        EvidenceLimits evidence = new EvidenceLimits(report, policy.limits());
        List<Judged> judged = new ArrayList<>();
        policy.limits().failAbove().ifPresent(limit -> judged.add(savings.judge("fail-above", limit, Status.FAILED)));
        policy.limits().warnAbove().ifPresent(limit -> judged.add(savings.judge("warn-above", limit, Status.WARNED)));
        Stream.of(evidence.undecided(), evidence.coverage())
                .flatMap(Optional::stream)
                .forEach(judged::add);
        policy.baseline().ifPresent(baseline -> judged.add(NewMoves.judge(report, baseline)));
        return new GateOutcome(status(judged), judged.stream().map(Judged::rule).toList());
    }

    private static Status status(List<Judged> judged) {
        if (judged.isEmpty()) {
            return Status.NOT_ASKED;
        }
        if (judged.stream().anyMatch(Judged::failsForSure)) {
            return Status.FAILED;
        }
        // What is left of FAILED rests on the expected saving alone.
        return Stream.of(Status.INCONCLUSIVE, Status.FAILED, Status.WARNED)
                .filter(status -> judged.stream().anyMatch(one -> one.rule().status() == status))
                .findFirst()
                .orElse(Status.PASSED);
    }

    /// A limit's outcome.
    ///
    /// @param proven whether more or better evidence could not change it
    record Judged(RuleOutcome rule, boolean proven) {
        boolean failsForSure() {
            return rule.status() == Status.FAILED && proven;
        }
    }
}
