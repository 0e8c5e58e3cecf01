package dev.batchable.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Entry point of the program.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        OutputStream out = new BufferedOutputStream(System.out);
        int status = new Program(out, System.err, System.getenv()).run(args);
        out.flush();
        System.exit(status);
    }
}
