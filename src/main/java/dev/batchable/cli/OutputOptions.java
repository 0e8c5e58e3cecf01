package dev.batchable.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Width of the text, 80 to 200. Default: $COLUMNS, else 100.")
    Optional<Integer> width = Optional.empty();
}
