package dev.batchable.cli;

/// Entry point of the program.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("to be written, arguments " + args.length);
    }
}
