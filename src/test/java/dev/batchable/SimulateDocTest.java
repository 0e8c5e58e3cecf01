package dev.batchable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.cli.Cli;
import dev.batchable.render.SimulationRenderer;
import dev.batchable.simulate.SimulationRules;
import dev.batchable.simulate.Worked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page about simulations shows what the program prints.
class SimulateDocTest {
    private static final Path PAGE = Path.of("docs/simulate.md");

    @Test
    void listsEveryRule() throws IOException {
        String rows = SimulationRules.all().stream()
                .map(rule -> "| `" + rule.id() + "` | "
                        + BigDecimal.valueOf(rule.value()).stripTrailingZeros().toPlainString() + " | " + rule.unit()
                        + " | " + rule.source() + " |\n")
                .collect(Collectors.joining());
        DocsTest.holds(PAGE, "rules", "| rule | value | unit | source |\n|---|---|---|---|\n" + rows);
    }

    @Test
    void showsTheWorkedExample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SimulationRenderer.text().render(Worked.example(), 100, out);
        DocsTest.holds(PAGE, "example", block(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void showsTheSampleMonth() throws IOException {
        Cli.Result result =
                Cli.launch("simulate", "--policy", "samples/batchable.yaml", "--workload", "invoice-*", "samples");
        assertThat(result.status()).as(result.err()).isZero();
        DocsTest.holds(PAGE, "sample", block(result.out()));
    }

    private static String block(String text) {
        return "```\n" + text + "```\n";
    }
}
