package dev.batchable.cli;

import dev.batchable.audit.Audit;
import dev.batchable.audit.AuditRequest;
import dev.batchable.audit.SimulationOutcome;
import dev.batchable.render.SimulationRenderer;
import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.SimulationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `batchable simulate`: replays what would move through the target tier.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Replay the calls that would move through the target's queue: queue age, backlog, fallbacks,"
                + " and service levels for both modes.",
        footer = {
            "",
            "Examples:",
            "  batchable simulate --policy batchable.yaml exports/",
            "  batchable simulate --workload photo-tagger --assume-latency 24h --submit at:02:00 exports/"
        })
final class SimulateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            index = "0..*",
            description = "Logs and bills in any mix; directories are read recursively, '-' is standard input.")
    private List<String> paths = List.of();

    @Mixin
    private final SimulateOptions what = new SimulateOptions();

    @Mixin
    private final InputOptions input = new InputOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Also write it there: .txt, .json, or .csv for the queue by the hour.")
    private List<Path> files = List.of();

    @Option(
            names = {"-q", "--quiet"},
            description = "No text on standard output.")
    private boolean quiet;

    @Mixin
    private final WidthOption page = new WidthOption();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        SimulationRequest wanted = what.request();
        FileOutputs<SimulationRenderer> outputs = new FileOutputs<>(files, SimulationRenderer::forFile);
        AuditRequest request = Requests.of(paths, input, scope);
        SimulationOutcome outcome = Audit.simulate(request, wanted, System.in);
        Simulation simulation = outcome.simulation();
        boolean nothing =
                simulation.workloads().isEmpty() && simulation.leftOut().isEmpty();
        if (!outcome.empty() && nothing && wanted.workloads().isPresent()) {
            throw new UsageException(
                    "--workload " + wanted.workloads().get() + ": no workload of that name, see 'batchable audit'");
        }
        if (!outcome.empty()) {
            write(simulation, outputs);
        }
        outcome.unusable().forEach(console::note);
        return (outcome.unusable().isEmpty() ? ExitCode.DONE : ExitCode.INPUT).status();
    }

    private void write(Simulation simulation, FileOutputs<SimulationRenderer> outputs) throws IOException {
        int width = console.width(page.width);
        outputs.write((form, out) -> form.render(simulation, width, out));
        if (!quiet) {
            SimulationRenderer.text().render(simulation, width, console.out());
        }
    }
}
