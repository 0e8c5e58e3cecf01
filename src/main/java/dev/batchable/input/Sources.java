package dev.batchable.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// The inputs behind the paths of a command line.
///
/// @param sources in the order of the paths, the files of a directory by path
/// @param problems paths behind which there is nothing to read
public record Sources(List<Source> sources, List<FileProblem> problems) {
    public Sources {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /// Directories are walked to their leaves without following links; names that begin with a dot are skipped,
    /// as are Markdown and YAML files, and a path named twice.
    ///
    /// @param standardInput read where a path is `-`
    public static Sources of(List<String> paths, InputStream standardInput) {
        List<Source> sources = new ArrayList<>();
        List<FileProblem> problems = new ArrayList<>();
        for (String path : new LinkedHashSet<>(paths)) {
            if (path.equals(Source.STANDARD_INPUT)) {
                sources.add(Source.stream(path, () -> standardInput));
            } else {
                add(Path.of(path), sources, problems);
            }
        }
        return new Sources(sources, problems);
    }

    /// Whether none of them is a stream such as standard input.
    public boolean canBeReadAgain() {
        return sources.stream().allMatch(source -> source.size().isPresent());
    }

    private static void add(Path path, List<Source> sources, List<FileProblem> problems) {
        try {
            if (Files.isDirectory(path)) {
                addAll(path, sources, problems);
            } else if (Files.isRegularFile(path) || Files.notExists(path)) {
                sources.add(Source.file(path, true));
            } else {
                sources.add(Source.stream(Source.shown(path), () -> Files.newInputStream(path)));
            }
        } catch (IOException e) {
            problems.add(new FileProblem(Source.shown(path), reason(e), true));
        }
    }

    private static void addAll(Path directory, List<Source> sources, List<FileProblem> problems) throws IOException {
        Walk walk = new Walk(directory.resolve("."));
        // The dot lets a link that the user named be followed, and no other.
        Files.walkFileTree(directory.resolve("."), walk);
        walk.files.sort(Comparator.comparing(Source::shown));
        for (Path file : walk.files) {
            sources.add(Source.file(file, false));
        }
        if (walk.files.isEmpty()) {
            problems.add(new FileProblem(Source.shown(directory), "no files in this directory", true));
        }
        problems.addAll(walk.problems);
    }

    /// What went wrong in words for a user; exceptions of the file system often hold nothing but the path.
    public static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory; check the path";
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission to read it; grant it, or run as a user who may";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<Path> files = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();

        private Walk(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return hidden(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!hidden(file) && !document(file) && Files.isRegularFile(file)) {
                files.add(file.normalize());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            problems.add(new FileProblem(Source.shown(file), reason(failure), false));
            return FileVisitResult.CONTINUE;
        }

        /// Notes and policies lie beside exports, and no log or bill comes in their form; named by itself, such
        /// a file is read like any other.
        private static boolean document(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return name.endsWith(".md") || name.endsWith(".yaml") || name.endsWith(".yml");
        }

        private boolean hidden(Path path) {
            return !path.equals(top) && path.getFileName().toString().startsWith(".");
        }
    }
}
