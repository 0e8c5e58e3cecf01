package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The sample files of the formats.
public final class Samples {
    private Samples() {}

    /// @param name below `formats` among the test resources
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/formats/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
