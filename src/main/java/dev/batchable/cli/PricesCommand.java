package dev.batchable.cli;

import dev.batchable.price.catalog.ListedModel;
import dev.batchable.price.catalog.PriceBook;
import dev.batchable.render.PricePages;
import dev.batchable.render.PriceRenderer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `batchable prices`: the price catalog, or all that is known of one model.
@Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "List models with their prices and tiers; or show every dated price of a model, its source and"
                + " the day it was seen.",
        footer = {
            "",
            "Examples:",
            "  batchable prices",
            "  batchable prices us.anthropic.claude-haiku-4-5-20251001-v1:0",
            "  batchable prices --as-of 2026-08-01 -o prices.csv 'openai/gpt-5*'"
        })
final class PricesCommand implements Callable<Integer> {
    /// So many models are shown with every price; more in one table.
    private static final int MOST_IN_FULL = 12;

    private final Console console;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            index = "0",
            description = "A name as a log spells it, or a glob such as 'gpt-5*' or 'groq/*'. Default: all models.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--provider", paramLabel = "NAME", description = "Only models of this provider.")
    private Optional<String> provider = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Day of the prices in the table. Default: the day the catalog was last checked.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "Own prices in batchable's schema or LiteLLM's price JSON; add to and override the catalog.")
    private Optional<Path> prices = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Also write the prices there; the extension tells the kind: .txt, .json, .csv.")
    private List<Path> files = List.of();

    @Option(
            names = {"-q", "--quiet"},
            description = "Nothing on standard output.")
    private boolean quiet;

    @Mixin
    private final WidthOption page = new WidthOption();

    PricesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        FileOutputs<PriceRenderer> outputs = new FileOutputs<>(files, PriceRenderer::forFile);
        PriceBook book = Requests.prices(prices);
        PriceSearch search = new PriceSearch(book.list(), provider);
        List<ListedModel> found = model.isPresent() ? search.named(model.get()) : search.all();
        boolean inFull = model.isPresent() && found.size() <= MOST_IN_FULL;
        PricePages pages = new PricePages(book.info(), found, day(book), inFull, console.width(page.width));
        outputs.write((form, out) -> form.render(pages, out));
        if (!quiet) {
            pages.text(console.out());
        }
        return ExitCode.DONE.status();
    }

    private LocalDate day(PriceBook book) {
        return asOf.or(book.info()::observedAt)
                .orElseThrow(() -> new IllegalStateException("the embedded catalog has a day"));
    }
}
