package dev.batchable.cli;

import dev.batchable.gate.GatePolicy;
import dev.batchable.policy.SavingLimit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Limits a build is held to; each overrides the policy's.
final class GateOptions {
    @Option(
            names = "--fail-above",
            paramLabel = "AMOUNT|PERCENT%",
            description = "Fail (exit code 3) above this monthly saving left on the table.")
    Optional<SavingLimit> failAbove = Optional.empty();

    @Option(names = "--warn-above", paramLabel = "AMOUNT|PERCENT%", description = "Warn above it.")
    Optional<SavingLimit> warnAbove = Optional.empty();

    @Option(
            names = "--gate-on",
            paramLabel = "low|expected",
            defaultValue = "low",
            description = "Which end of the saving the limits are held against. Default: low.")
    GatePolicy.Figure gateOn = GatePolicy.Figure.LOW;

    @Option(
            names = "--max-undecided",
            paramLabel = "PERCENT%",
            description = "Inconclusive (exit code 5) above this undecided share of realtime spend.")
    Optional<BigDecimal> maxUndecided = Optional.empty();

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT%",
            description = "Inconclusive (exit code 5) below this coverage.")
    Optional<BigDecimal> minCoverage = Optional.empty();

    @Option(names = "--baseline", paramLabel = "REPORT.json", description = "An earlier report to compare with.")
    Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--fail-on-new",
            description = "Fail if a workload should move whose name the baseline does not have.")
    boolean failOnNew;
}
