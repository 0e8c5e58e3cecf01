package dev.batchable.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How to read; shared by every command that reads logs and bills.
final class InputOptions {
    @Option(
            names = "--format",
            paramLabel = "ID:PATH",
            description = "Read PATH as format ID instead of detecting it, such as generic:export.csv.")
    List<String> forced = List.of();

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description =
                    "Name the column or dotted path of a field of a generic log, such as --map timestamp=created.")
    Map<String, String> map = new LinkedHashMap<>();

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
