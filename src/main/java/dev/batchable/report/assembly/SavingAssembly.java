package dev.batchable.report.assembly;

import dev.batchable.checklist.Judgement;
import dev.batchable.price.RatedWorkload;
import dev.batchable.price.Saving;
import dev.batchable.report.AfterMove;
import dev.batchable.report.AfterMove.Net;
import dev.batchable.report.AfterMove.Payback;
import dev.batchable.report.Estimate;
import dev.batchable.report.QueueTurns;
import dev.batchable.report.SavingReport;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/// What a workload's move would save, and what is left of it.
final class SavingAssembly {
    private SavingAssembly() {}

    /// The saving of the share that moves; the checklist has applied the share already.
    static SavingReport saving(RatedWorkload workload, Judgement.Move move) {
        Saving saving = move.saving();
        return new SavingReport(
                SpendAssembly.estimate(saving.window()),
                SpendAssembly.estimate(saving.monthly()),
                saving.naive(),
                saving.missShare(),
                move.deadlineAssumed(),
                Stream.concat(saving.assumptions().stream(), move.toll().assumptions().stream())
                        .toList(),
                after(workload, move),
                new QueueTurns(
                        saving.missed().parts(),
                        saving.missed().share().low(),
                        saving.missed().share().high()));
    }

    private static AfterMove after(RatedWorkload workload, Judgement.Move move) {
        Optional<Net> net = move.toll()
                .deferralCost()
                .map(cost -> Net.of(SpendAssembly.estimate(move.saving().monthly()), SpendAssembly.estimate(cost)));
        Optional<BigDecimal> effort = move.toll().effort();
        return new AfterMove(
                net,
                effort,
                net.flatMap(saved -> effort.map(once -> Payback.of(once, saved.monthly()))),
                costPerSuccess(workload, SpendAssembly.estimate(move.saving().window())));
    }

    private static Optional<Estimate> costPerSuccess(RatedWorkload workload, Estimate saved) {
        BigDecimal spend = workload.spend().total();
        return Successes.costEach(workload, spend.subtract(saved.expected()))
                .map(expected -> new Estimate(
                        Successes.costEach(workload, spend.subtract(saved.low()))
                                .orElse(expected),
                        expected,
                        Successes.costEach(workload, spend.subtract(saved.high()))
                                .orElse(expected)));
    }
}
