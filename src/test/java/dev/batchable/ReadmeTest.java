package dev.batchable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The README's commands do what it says.
class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("java -jar target/batchable\\.jar (.*)");
    private static List<String> commands = List.of();

    @BeforeAll
    static void readCommands() throws IOException {
        boolean inside = false;
        Stream.Builder<String> found = Stream.builder();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```sh");
            } else if (inside) {
                found.add(line);
            }
        }
        commands = found.build().toList();
    }

    @Test
    void everyProgramCommandSucceeds() throws IOException {
        Files.deleteIfExists(Path.of("target/batchable.yaml"));
        List<String> calls = commands.stream()
                .map(PROGRAM::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .toList();
        assertThat(calls).hasSizeGreaterThanOrEqualTo(3);
        for (String call : calls) {
            Cli.Result result = Cli.launch(call.split(" "));
            assertThat(result.status()).as(call + "\n" + result.err()).isZero();
        }
    }

    @Test
    void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
        assertThat(commands).contains("mvn -B verify");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("\nmvn -B verify ");
    }
}
