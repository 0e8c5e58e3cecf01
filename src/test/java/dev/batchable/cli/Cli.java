package dev.batchable.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/// Runs the program in process on its own streams.
public final class Cli {
    /// How a run ended and what it printed.
    public record Result(int status, String out, String err) {}

    private Cli() {}

    public static Result launch(String... args) {
        return launch(Map.of(), args);
    }

    public static Result launch(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(out, err, environment).run(args);
        return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
