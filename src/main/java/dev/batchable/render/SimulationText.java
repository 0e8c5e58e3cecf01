package dev.batchable.render;

import dev.batchable.simulate.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A simulation for people: what it was, each workload, each queue, what was left out, what it rests on.
final class SimulationText implements SimulationRenderer {
    @Override
    public void render(Simulation simulation, int width, OutputStream out) throws IOException {
        Page page = new Page(width);
        head(simulation, page);
        simulation.workloads().forEach(workload -> new SimulatedWorkload(workload, simulation.setup()).on(page));
        simulation.queues().forEach(queue -> new SimulatedQueue(queue).on(page));
        leftOut(simulation, page);
        list("What this rests on", simulation.assumptions(), page);
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void head(Simulation simulation, Page page) {
        Simulation.Setup setup = simulation.setup();
        page.paragraph(
                0,
                "Simulation of the days from " + setup.window().from() + " until "
                        + setup.window().to() + " (" + setup.window().zone().getId() + ")");
        if (simulation.workloads().isEmpty()) {
            page.paragraph(
                    0,
                    "No workload was simulated"
                            + (simulation.leftOut().isEmpty()
                                    ? ": the checklist recommends no move and leaves none undecided."
                                    : "; why not, and what would change that, stands below."));
            return;
        }
        page.paragraph(
                0,
                Figures.count(setup.runs()) + (setup.runs() == 1 ? " run" : " runs") + " from seed " + setup.seed()
                        + ". Figures are those of the run in the middle; in brackets stand the lowest and the highest.");
    }

    private static void leftOut(Simulation simulation, Page page) {
        if (!simulation.leftOut().isEmpty()) {
            page.heading("Not simulated");
            simulation
                    .leftOut()
                    .forEach(left -> page.hanging(
                            "- ", left.workload() + " (" + left.verdict().id() + "): " + left.reason()));
        }
    }

    static void list(String title, List<String> sentences, Page page) {
        if (!sentences.isEmpty()) {
            page.heading(title);
            sentences.forEach(sentence -> page.hanging("- ", sentence));
        }
    }
}
