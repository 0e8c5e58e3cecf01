package dev.batchable.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How to read; shared by every command that reads logs and bills.
final class InputOptions {
    @Mixin
    final FormatOptions formats = new FormatOptions();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Workload rules, declared answers, waivers and limits. Default: ./batchable.yaml if present.")
    Optional<Path> policy = Optional.empty();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Own prices in batchable's schema or LiteLLM's price JSON; add to and override the catalog.")
    Optional<Path> prices = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Reading threads. Default: one per core.")
    int threads = Runtime.getRuntime().availableProcessors();
}
