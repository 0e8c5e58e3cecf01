package dev.batchable.cli;

import dev.batchable.audit.Audit;
import dev.batchable.audit.AuditOutcome;
import dev.batchable.render.PolicyDraft;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Option;

/// `batchable init`: drafts a policy from what the logs show.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draft a policy: an entry per workload, what the logs suggest, and what only its owner knows.",
        footer = {
            "",
            "Examples:",
            "  batchable init exports/",
            "  batchable init -o team-policy.yaml spendlogs.jsonl.gz"
        })
final class InitCommand implements Callable<Integer> {
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

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; an existing file is never overwritten. Default: batchable.yaml.")
    private Path file = Path.of("batchable.yaml");

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        AuditOutcome outcome = Audit.run(Requests.of(paths, input, scope), System.in);
        outcome.unusable().forEach(console::note);
        if (!outcome.unusable().isEmpty()) {
            return ExitCode.INPUT.status();
        }
        write(PolicyDraft.of(outcome.report()));
        console.note(
                "wrote " + file + "; fill in what is marked TODO, then run 'batchable audit --policy " + file + "'");
        return ExitCode.DONE.status();
    }

    private void write(String draft) throws IOException {
        try {
            Files.writeString(file, draft, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new UsageException(file + " exists and is not overwritten; name another file with -o");
        }
    }
}
