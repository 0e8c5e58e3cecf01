package dev.batchable.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Entry point of the program.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = new Program(out, err, System.getenv()).run(args);
        out.flush();
        err.flush();
        System.exit(status);
    }
}
