package dev.batchable.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/// Which format reads what; shared by every command that reads files.
final class FormatOptions {
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
}
