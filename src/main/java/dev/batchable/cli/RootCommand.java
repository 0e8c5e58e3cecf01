package dev.batchable.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `batchable` without a command: says what to do next.
@Command(
        name = "batchable",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds the money that AI calls nobody waits for spend on a realtime tier.")
final class RootCommand implements Callable<Integer> {
    private final PrintWriter usage;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    RootCommand(PrintWriter usage) {
        this.usage = usage;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(usage);
        usage.println();
        usage.println("Start with a request log, a bill, or a folder of them:");
        usage.println("  batchable audit exports/");
        return ExitCode.USAGE.status();
    }
}
