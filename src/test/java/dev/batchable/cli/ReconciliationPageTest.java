package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worked example of the page on reconciliation, run.
class ReconciliationPageTest {
    private static final Path PAGE = Path.of("docs/reconciliation.md");

    @TempDir
    private Path directory;

    @Test
    void theWorkedExampleIsWhatComesOut() throws IOException {
        String page = Files.readString(PAGE);
        Files.writeString(directory.resolve("bill.csv"), block(page, "bill.csv"));
        Files.writeString(directory.resolve("calls.csv"), block(page, "calls.csv"));
        Cli.Result result = Cli.launch("audit", directory.toString());
        assertThat(result.status()).as(result.err()).isZero();

        String shown = section(result.out());
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page.replace(block(page, "result"), shown));
        } else {
            assertThat(block(page, "result")).isEqualTo(shown);
        }
    }

    /// What stands in the fence below a comment of that name.
    private static String block(String page, String name) {
        int begin = page.indexOf('\n', page.indexOf("```", page.indexOf("<!-- " + name + " -->"))) + 1;
        return page.substring(begin, page.indexOf("```", begin));
    }

    private static String section(String text) {
        return text.substring(text.indexOf("The bill beside the logs"), text.indexOf("\nWhat this rests on"));
    }
}
