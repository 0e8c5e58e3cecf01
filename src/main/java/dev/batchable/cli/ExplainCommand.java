package dev.batchable.cli;

import dev.batchable.audit.Audit;
import dev.batchable.audit.AuditOutcome;
import dev.batchable.render.RenderOptions;
import dev.batchable.render.Renderers;
import dev.batchable.render.UnknownWorkloadException;
import dev.batchable.report.AuditReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `batchable explain`: why one workload got its verdict.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Show a workload's six answers with their evidence, the arithmetic, what would change the verdict,"
                        + " and the recipe.",
        footer = {
            "",
            "Examples:",
            "  batchable explain invoice-extract exports/",
            "  batchable explain 'support-*' --from report.json"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "WORKLOAD", description = "Its name, the beginning of it, or a glob.")
    private String workload = "";

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            index = "1..*",
            description = "Logs and bills in any mix; directories are read recursively, '-' is standard input.")
    private List<String> paths = List.of();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(names = "--from", paramLabel = "REPORT.json", description = "A saved report, instead of reading again.")
    private Optional<Path> from = Optional.empty();

    @Mixin
    private final WidthOption page = new WidthOption();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (from.isPresent() && !paths.isEmpty()) {
            throw new UsageException("give either --from REPORT.json or paths to read, not both");
        }
        ExitCode end = ExitCode.DONE;
        AuditReport report;
        if (from.isPresent()) {
            report = SavedReports.read(from.get());
        } else {
            AuditOutcome outcome = Audit.run(Requests.of(paths, input, scope), System.in);
            outcome.unusable().forEach(console::note);
            end = outcome.unusable().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
            report = outcome.report();
        }
        explain(report);
        return end.status();
    }

    private void explain(AuditReport report) throws Exception {
        try {
            RenderOptions options = RenderOptions.DEFAULT.withWidth(console.width(page.width));
            Renderers.explain(workload).render(report, options, console.out());
        } catch (UnknownWorkloadException unknown) {
            throw new UsageException(unknown.getMessage());
        }
    }
}
