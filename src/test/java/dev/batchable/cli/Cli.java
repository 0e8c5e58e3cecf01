package dev.batchable.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new Program(new PrintWriter(out), new PrintWriter(err), environment).run(args);
        return new Result(status, out.toString(), err.toString());
    }
}
