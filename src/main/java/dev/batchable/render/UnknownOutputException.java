package dev.batchable.render;

/// An output file whose extension names no form; the message lists the known ones.
public final class UnknownOutputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String message;

    UnknownOutputException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
