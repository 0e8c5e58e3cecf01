package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// A named input: bytes that can be opened.
public final class Source {
    /// How standard input is named on the command line and in reports.
    public static final String STANDARD_INPUT = "-";

    private final String path;
    private final boolean named;
    private final OptionalLong size;
    private final Opener opener;

    /// Opens the bytes at their beginning.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    private Source(String path, boolean named, OptionalLong size, Opener opener) {
        this.path = path;
        this.named = named;
        this.size = size;
        this.opener = opener;
    }

    /// A regular file; it is opened several times.
    ///
    /// @param named whether the user named this very path, rather than a directory above it
    public static Source file(Path file, boolean named) throws IOException {
        return new Source(shown(file), named, OptionalLong.of(Files.size(file)), () -> Files.newInputStream(file));
    }

    /// Bytes that can be read once, such as standard input or a pipe.
    public static Source stream(String path, Opener opener) {
        return new Source(path, true, OptionalLong.empty(), opener);
    }

    /// The path as shown everywhere, with `/` on every platform.
    public String path() {
        return path;
    }

    boolean named() {
        return named;
    }

    /// Empty for what can be read only once.
    OptionalLong size() {
        return size;
    }

    InputStream open() throws IOException {
        return opener.open();
    }

    static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }
}
