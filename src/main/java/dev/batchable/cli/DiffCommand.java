package dev.batchable.cli;

import dev.batchable.diff.Comparison;
import dev.batchable.diff.Diff;
import dev.batchable.diff.IncomparableException;
import dev.batchable.render.DiffRenderer;
import dev.batchable.render.DiffRenderers;
import dev.batchable.render.RenderOptions;
import dev.batchable.report.AuditReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `batchable diff`: what changed between two reports, and whether moves kept what they promised.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Explain what changed between two saved reports by price, volume, mix and behaviour, and show"
                + " what moved work saved and how users were served meanwhile.",
        footer = {
            "",
            "Examples:",
            "  batchable diff october.json november.json",
            "  batchable diff -o change.json -o change.csv october.json november.json"
        })
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD.json", description = "The older report, from 'audit -o OLD.json'.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.json", description = "The newer one.")
    private Path now = Path.of("");

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        RenderOptions rendering = Outputs.rendering(output, console);
        FileOutputs<DiffRenderer> files = new FileOutputs<>(output.files, DiffRenderers::forFile);
        for (Path report : new Path[] {old, now}) {
            if (!Files.isRegularFile(report) || !Files.isReadable(report)) {
                console.note(
                        report + ": cannot be read; expected a report that 'batchable audit -o " + report + "' wrote");
                return ExitCode.INPUT.status();
            }
        }
        Comparison comparison = compare();
        files.write((form, out) -> form.render(comparison, rendering, out));
        if (!output.quiet) {
            DiffRenderers.text().render(comparison, rendering, console.out());
        }
        return ExitCode.DONE.status();
    }

    private Comparison compare() throws IOException {
        AuditReport before = SavedReports.read(old);
        AuditReport after = SavedReports.read(now);
        try {
            return Diff.of(before, after);
        } catch (IncomparableException refused) {
            throw new UsageException(old + " and " + now + ": " + refused.getMessage());
        }
    }
}
