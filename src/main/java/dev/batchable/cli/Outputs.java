package dev.batchable.cli;

import dev.batchable.policy.Glob;
import dev.batchable.render.RenderOptions;
import dev.batchable.render.Renderer;
import dev.batchable.render.Renderers;
import dev.batchable.report.AuditReport;
import java.io.IOException;
import java.util.OptionalInt;

/// Where a report goes; wrong names are refused before anything is read.
final class Outputs {
    private final Console console;
    private final OutputOptions options;
    private final RenderOptions rendering;
    private final FileOutputs<Renderer> files;

    Outputs(OutputOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.rendering = rendering(options, console);
        this.files = new FileOutputs<>(options.files, Renderers::forFile);
    }

    static RenderOptions rendering(OutputOptions options, Console console) {
        if (options.top.filter(rows -> rows < 0).isPresent()) {
            throw new UsageException("--top " + options.top.get() + ": expected a number of workloads, such as 10");
        }
        return new RenderOptions(
                console.width(options.page.width),
                options.top.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                options.workload.map(Glob::of));
    }

    void write(AuditReport report) throws IOException {
        files.write((form, out) -> form.render(report, rendering, out));
        if (!options.quiet) {
            Renderers.text().render(report, rendering, console.out());
        }
    }
}
