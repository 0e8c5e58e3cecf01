package dev.batchable.price.catalog;

import java.nio.file.Path;

/// A price file cannot be used. The message names the place, what was found, what was expected and what to do.
public final class PriceFileException extends Exception {
    private static final long serialVersionUID = 1;

    PriceFileException(String place, String found, String expected) {
        super(place + ": found " + found + ", expected " + expected, null, false, false);
    }

    private PriceFileException(String message) {
        super(message, null, false, false);
    }

    PriceFileException in(Path file, String remedy) {
        return new PriceFileException(file + ": " + getMessage() + "; " + remedy);
    }
}
