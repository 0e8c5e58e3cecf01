package dev.batchable.cli;

import dev.batchable.audit.Audit;
import dev.batchable.audit.AuditRequest;
import dev.batchable.audit.SimulationOutcome;
import dev.batchable.render.SimulationRenderer;
import dev.batchable.render.UnknownOutputException;
import dev.batchable.simulate.Simulation;
import dev.batchable.simulate.SimulationRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Path, SimulationRenderer> outputs = outputs();
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

    private Map<Path, SimulationRenderer> outputs() {
        Map<Path, SimulationRenderer> outputs = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                outputs.put(file, SimulationRenderer.forFile(file.toString()));
            } catch (UnknownOutputException unknown) {
                throw new UsageException(unknown.getMessage());
            }
            Outputs.needFolder(file);
        }
        return outputs;
    }

    private void write(Simulation simulation, Map<Path, SimulationRenderer> outputs) throws IOException {
        int width = console.width(page.width);
        for (Map.Entry<Path, SimulationRenderer> output : outputs.entrySet()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output.getKey()))) {
                output.getValue().render(simulation, width, out);
            }
        }
        if (!quiet) {
            SimulationRenderer.text().render(simulation, width, console.out());
        }
    }
}
