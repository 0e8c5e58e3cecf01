package dev.batchable.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the report goes.
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Also write the report there; the extension tells the kind: .txt, .json, .csv.")
    List<Path> files = List.of();

    @Option(
            names = {"-q", "--quiet"},
            description = "No report on standard output.")
    boolean quiet;

    @Option(names = "--top", paramLabel = "N", description = "Show the N workloads with most money at stake.")
    Optional<Integer> top = Optional.empty();

    @Option(names = "--workload", paramLabel = "GLOB", description = "Show only workloads of this name.")
    Optional<String> workload = Optional.empty();

    @Mixin
    final WidthOption page = new WidthOption();
}
