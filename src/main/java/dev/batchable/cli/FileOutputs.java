package dev.batchable.cli;

import dev.batchable.render.UnknownOutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Files that a command writes beside its text, each with the form that its name asks for.
final class FileOutputs<R> {
    private final Map<Path, R> forms = new LinkedHashMap<>();

    /// To be made before anything is read, so that a wrong name does not cost a long reading.
    ///
    /// @throws UsageException where a name asks for no known form, or its folder does not exist
    FileOutputs(List<Path> files, Function<String, R> forFile) {
        for (Path file : files) {
            try {
                forms.put(file, forFile.apply(file.toString()));
            } catch (UnknownOutputException unknown) {
                throw new UsageException(unknown.getMessage());
            }
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new UsageException("-o " + file + ": there is no folder " + folder + " to write to");
            }
        }
    }

    /// Writes one thing in one form.
    interface Writing<R> {
        void write(R form, OutputStream out) throws IOException;
    }

    void write(Writing<R> writing) throws IOException {
        for (Map.Entry<Path, R> file : forms.entrySet()) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.getKey()))) {
                writing.write(file.getValue(), out);
            }
        }
    }
}
