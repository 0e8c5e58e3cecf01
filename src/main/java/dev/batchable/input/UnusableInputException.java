package dev.batchable.input;

import java.io.IOException;

/// An input that cannot be used at all; the message says why and what would help.
final class UnusableInputException extends IOException {
    private static final long serialVersionUID = 1;

    UnusableInputException(String reason) {
        super(reason);
    }
}
