package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever declares something hears of it where it has no effect.
class UnusedRuleTest {
    private static final String CALLS = """
            request_id,timestamp,provider,model,input_tokens,output_tokens,key
            r1,2026-10-01T08:00:00Z,openai,gpt-4.1,1000000,0,tags
            """;

    @TempDir
    private Path directory;

    private String audit(String rules) throws IOException {
        Path log = Files.writeString(directory.resolve("c.csv"), CALLS);
        Path policy = Files.writeString(directory.resolve("p.yaml"), "version: 1\nworkloads:\n" + rules);
        return Cli.launch("audit", log.toString(), "--policy", policy.toString())
                .out()
                .replaceAll("\\s+", " ");
    }

    @Test
    void namesARuleUnderWhichNothingIsFound() throws IOException {
        String report = audit("  - {name: tagging, match: {key: tags}}\n  - {name: invoices, match: {key: invoice}}\n");

        assertThat(report)
                .contains("invoices: The rule on line 4 of the policy matches no call, and what it declares has no"
                        + " effect; mend its `match`, or remove it.");
        assertThat(report).doesNotContain("The rule on line 3");
    }

    @Test
    void namesARuleThatAnotherBeforeItTakesAllCallsFrom() throws IOException {
        assertThat(audit("  - {name: all, match: {key: \"*\"}}\n  - {name: tagging, match: {key: tags}}\n"))
                .contains("tagging: The rule on line 4 of the policy matches no call");
    }
}
