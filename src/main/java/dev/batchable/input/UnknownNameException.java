package dev.batchable.input;

/// The user named a format or a field that does not exist. The message says which, and which there are.
public final class UnknownNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnknownNameException(String message) {
        super(message);
    }
}
