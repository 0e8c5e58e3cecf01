package dev.batchable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchable.sample.NextMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reports of the sample company's October and of the November after it acted on the first.
public record TwoMonths(Path october, Path november) {
    private static final String POLICY = "samples/batchable.yaml";

    public static TwoMonths in(Path folder) throws IOException {
        Path logs = Files.createDirectories(folder.resolve("november"));
        NextMonth.write(logs);
        return new TwoMonths(
                report(
                        folder.resolve("october.json"),
                        "samples/litellm-spendlogs-2026-10.jsonl.gz",
                        "samples/vision-proxy-2026-10.csv"),
                report(folder.resolve("november.json"), logs.toString()));
    }

    static Path report(Path file, String... arguments) {
        String[] all = new String[arguments.length + 6];
        System.arraycopy(new String[] {"audit", "-q", "--policy", POLICY, "-o", file.toString()}, 0, all, 0, 6);
        System.arraycopy(arguments, 0, all, 6, arguments.length);
        Cli.Result result = Cli.launch(all);
        assertThat(result.status()).as(result.err()).isZero();
        return file;
    }
}
