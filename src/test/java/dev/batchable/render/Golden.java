package dev.batchable.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares text with a file under `src/test/resources/golden`; `-Dgolden.update` writes the file instead.
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final int CONTEXT = 3;

    private Golden() {}

    static void assertMatches(String file, String actual) {
        Path path = FOLDER.resolve(file);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, actual);
                return;
            }
            String expected = Files.exists(path) ? Files.readString(path) : "";
            if (!expected.equals(actual)) {
                throw new AssertionError(difference(
                                path, expected.lines().toList(), actual.lines().toList())
                        + "\nIf this is meant, run the test with -Dgolden.update and read the diff.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first place where the two part, in the manner of a unified diff.
    static String difference(Path path, List<String> expected, List<String> actual) {
        int same = 0;
        while (same < Math.min(expected.size(), actual.size())
                && expected.get(same).equals(actual.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < Math.min(expected.size(), actual.size()) - same
                && expected.get(expected.size() - 1 - tail).equals(actual.get(actual.size() - 1 - tail))) {
            tail++;
        }
        List<String> lines = new ArrayList<>(List.of("--- " + path, "+++ actual", "@@ line " + (same + 1) + " @@"));
        expected.subList(Math.max(0, same - CONTEXT), same).forEach(line -> lines.add(" " + line));
        expected.subList(same, expected.size() - tail).forEach(line -> lines.add("-" + line));
        actual.subList(same, actual.size() - tail).forEach(line -> lines.add("+" + line));
        int end = expected.size() - tail;
        expected.subList(end, Math.min(expected.size(), end + CONTEXT)).forEach(line -> lines.add(" " + line));
        if (same == expected.size() && same == actual.size()) {
            lines.add("(line ends differ)");
        }
        return String.join("\n", lines);
    }
}
