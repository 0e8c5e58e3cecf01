package dev.batchable.cli;

import dev.batchable.formats.Inspection;
import dev.batchable.formats.Inspector;
import dev.batchable.formats.KnownFormats;
import dev.batchable.input.Sources;
import dev.batchable.render.FormatsListing;
import dev.batchable.render.InspectionPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `batchable formats`: what can be read, or what a file is.
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "List what can be read; or tell what a file is, why, and which questions it answers.",
        footer = {
            "",
            "Examples:",
            "  batchable formats",
            "  batchable formats export.csv",
            "  batchable formats --map timestamp=created proxy.csv"
        })
final class FormatsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            index = "0..*",
            description = "Files to look at; directories are read recursively.")
    private List<String> paths = List.of();

    @Mixin
    private final FormatOptions input = new FormatOptions();

    @Mixin
    private final WidthOption page = new WidthOption();

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int columns = console.width(page.width);
        if (paths.isEmpty()) {
            print(FormatsListing.of(KnownFormats.described(), columns));
            return ExitCode.DONE.status();
        }
        if (paths.contains("-")) {
            throw new UsageException("formats looks at files, which it opens twice; save standard input to a file");
        }
        Inspection.Result result = new Inspector(Requests.reading(input)).inspect(Sources.of(paths, System.in));
        String separator = "";
        for (Inspection file : result.files()) {
            print(separator + InspectionPage.of(file, columns));
            separator = "\n";
        }
        result.unreadable().forEach((path, reason) -> console.note(path + ": " + reason));
        return (result.unreadable().isEmpty() ? ExitCode.DONE : ExitCode.INPUT).status();
    }

    private void print(String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
