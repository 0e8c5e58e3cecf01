package dev.batchable.cli;

/// The command line or a file it names cannot be used; the message tells the user what to change.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
