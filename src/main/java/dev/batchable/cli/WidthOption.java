package dev.batchable.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// How wide the text is; shared by every command that prints any.
final class WidthOption {
    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Width of the text, 80 to 200. Default: $COLUMNS, else 100.")
    Optional<Integer> width = Optional.empty();
}
