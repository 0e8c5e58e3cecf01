package dev.batchable.cli;

import dev.batchable.policy.Glob;
import dev.batchable.render.RenderOptions;
import dev.batchable.render.Renderer;
import dev.batchable.render.Renderers;
import dev.batchable.render.UnknownOutputException;
import dev.batchable.report.AuditReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Where a report goes; wrong names are refused before anything is read.
final class Outputs {
    private final Console console;
    private final OutputOptions options;
    private final RenderOptions rendering;
    private final Map<Path, Renderer> files = new LinkedHashMap<>();

    Outputs(OutputOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.rendering = rendering(options, console);
        options.files.forEach(this::add);
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

    private void add(Path file) {
        try {
            files.put(file, Renderers.forFile(file.toString()));
        } catch (UnknownOutputException unknown) {
            throw new UsageException(unknown.getMessage());
        }
        needFolder(file);
    }

    static void needFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UsageException("-o " + file + ": there is no folder " + folder + " to write to");
        }
    }

    void write(AuditReport report) throws IOException {
        for (Map.Entry<Path, Renderer> file : files.entrySet()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.getKey()))) {
                file.getValue().render(report, rendering, out);
            }
        }
        if (!options.quiet) {
            Renderers.text().render(report, rendering, console.out());
        }
    }
}
