package dev.batchable.cli;

import dev.batchable.audit.Audit;
import dev.batchable.audit.AuditOutcome;
import dev.batchable.audit.AuditRequest;
import dev.batchable.gate.Gate;
import dev.batchable.gate.GatePolicy;
import dev.batchable.policy.GateLimits;
import dev.batchable.policy.Policy;
import dev.batchable.report.AuditReport;
import dev.batchable.report.GateOutcome;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `batchable audit`: reads logs and bills, reports, and holds the report to limits.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Report the realtime spend that nobody was waiting for, and hold it to limits.",
        footer = {
            "",
            "Examples:",
            "  batchable audit --policy batchable.yaml -o report.json exports/ invoice-focus.csv",
            "  batchable audit --since 2026-10-01 --until 2026-11-01 --fail-above 5%% spendlogs.jsonl.gz"
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            index = "0..*",
            description = "Logs and bills in any mix; directories are read recursively, '-' is standard input.")
    private List<String> paths = List.of();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final GateOptions gate = new GateOptions();

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Outputs outputs = new Outputs(output, console);
        AuditRequest request = Requests.of(paths, input, scope);
        GatePolicy limits = limits(request.policy());
        AuditOutcome outcome = Audit.run(request, System.in);
        AuditReport report = Gate.judge(outcome.report(), limits).in(outcome.report());
        if (!outcome.empty()) {
            outputs.write(report);
        }
        outcome.unusable().forEach(console::note);
        ExitCode exit = exit(outcome, report);
        if (exit == ExitCode.INPUT && report.conclusions().gate().status() != GateOutcome.Status.NOT_ASKED) {
            console.note("not all input could be used, which is exit code 4 whatever the gate says: it judged only what"
                    + " could be read");
        }
        return exit.status();
    }

    /// Settled before anything is read, so that a wrong option or baseline does not cost a long reading.
    private GatePolicy limits(Policy policy) throws IOException {
        GatePolicy limits = GatePolicy.of(policy)
                .overriddenBy(new GateLimits(gate.failAbove, gate.warnAbove, gate.maxUndecided, gate.minCoverage))
                .on(gate.gateOn);
        if (gate.baseline.isPresent()) {
            AuditReport earlier = SavedReports.read(gate.baseline.get());
            if (earlier.billAlone().isPresent()) {
                throw new UsageException("--baseline " + gate.baseline.get()
                        + " was made from a bill alone and knows no workloads; audit request logs with it");
            }
            return limits.against(new GatePolicy.Baseline(earlier, gate.failOnNew));
        }
        if (gate.failOnNew) {
            throw new UsageException("--fail-on-new needs --baseline REPORT.json to tell what is new");
        }
        return limits;
    }

    private ExitCode exit(AuditOutcome outcome, AuditReport report) {
        boolean problems = !report.sources().problems().isEmpty()
                || !report.sources().fileProblems().isEmpty();
        if (!outcome.unusable().isEmpty() || (scope.strict && problems)) {
            return ExitCode.INPUT;
        }
        GateOutcome.Status status = report.conclusions().gate().status();
        if (status == GateOutcome.Status.FAILED) {
            return ExitCode.GATE_FAILED;
        }
        return status == GateOutcome.Status.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.DONE;
    }
}
