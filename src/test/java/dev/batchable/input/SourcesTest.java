package dev.batchable.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final InputStream NOTHING = InputStream.nullInputStream();

    @TempDir
    private Path directory;

    @Test
    void walksDirectoriesInOrderAndSkipsHiddenNames() throws IOException {
        Files.createDirectories(directory.resolve("b/.hidden"));
        for (String name : List.of("c.csv", "b/2.csv", "b/1.csv", "b/.secret", "b/.hidden/x.csv", "a.csv")) {
            Files.writeString(directory.resolve(name), "x");
        }
        Sources sources = Sources.of(List.of(directory.toString()), NOTHING);
        assertThat(sources.sources())
                .extracting(Source::path)
                .containsExactly(
                        directory + "/a.csv", directory + "/b/1.csv", directory + "/b/2.csv", directory + "/c.csv");
        assertThat(sources.sources()).noneMatch(Source::named);
        assertThat(sources.problems()).isEmpty();
    }

    @Test
    void tellsAMissingPathAndAnEmptyDirectory() {
        String missing = directory.resolve("missing.csv").toString();
        Sources sources = Sources.of(List.of(missing, directory.toString()), NOTHING);
        assertThat(sources.sources()).isEmpty();
        assertThat(sources.problems())
                .containsExactly(
                        new FileProblem(missing, "no such file or directory; check the path", true),
                        new FileProblem(directory.toString(), "no files in this directory", true));
    }

    @Test
    void takesAPathNamedTwiceOnce() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "x");
        Sources sources = Sources.of(List.of(file.toString(), "-", file.toString(), "-"), NOTHING);
        assertThat(sources.sources()).extracting(Source::path).containsExactly(file.toString(), "-");
    }

    @Test
    void readsStandardInputWhereAPathIsADash() throws IOException {
        InputStream in = new ByteArrayInputStream(new byte[] {'x'});
        Source source = Sources.of(List.of("-"), in).sources().get(0);
        assertThat(source.open()).isSameAs(in);
        assertThat(source.size()).isEmpty();
        assertThat(source.named()).isTrue();
    }

    @Test
    void describesFailuresThatHaveNoMessage() {
        assertThat(Sources.reason(new java.nio.file.AccessDeniedException("x")))
                .isEqualTo("no permission to read it; grant it, or run as a user who may");
        assertThat(Sources.reason(new java.io.EOFException())).isEqualTo("EOFException");
    }
}
