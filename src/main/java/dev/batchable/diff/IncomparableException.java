package dev.batchable.diff;

/// Two reports that cannot be compared; the message tells why, and what to do.
public final class IncomparableException extends Exception {
    private static final long serialVersionUID = 1;

    IncomparableException(String message) {
        super(message);
    }
}
